import { useMemo } from 'preact/hooks'
import { t } from './i18n'
import { densityPath, type MapSpace, PORTS } from './map-space'

interface Props {
  readonly space: MapSpace | undefined
  /** The part of the space that the strip shows, to scale. */
  readonly from: number
  readonly length: number
  /** The part of it that is enlarged below. */
  readonly window?: { readonly from: number; readonly length: number } | undefined
  readonly ports: readonly number[]
  readonly label: string
  /** How far an arrow key goes, in ports. */
  readonly step: number
  /** The chosen place. */
  readonly at: number
  /** What stands at a port, in words. */
  readonly textOf: (port: number) => string
  readonly onChoose?: ((port: number) => void) | undefined
  readonly onTell: (words: string) => void
  /** Whether the three ranges are drawn and named. */
  readonly ranges?: boolean
}

/** Width and height of the drawing's own units; 512 bins make 128 ports a bin of the whole space. */
const BINS = 512
const HEIGHT = 40
const FUNNEL = 16

/** A part of the port space to scale: how full it is, where the marked ports are, and what is enlarged below it. */
export function SpaceStrip(props: Props) {
  const { space, from, length, window, ports, label, at, textOf, onChoose, onTell, ranges } = props
  const path = useMemo(() => (space ? densityPath(space, from, length, BINS, HEIGHT) : ''), [space, from, length])
  const unit = (port: number) => ((port - from) / length) * BINS
  const portAt = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const along = Math.max(0, Math.min(1, (event.clientX - left) / width))
    return Math.min(PORTS - 1, Math.floor(from + along * length))
  }
  const inside = ports.filter((port) => from <= port && port < from + length)
  const drawing = (
    <>
      <svg viewBox={`0 0 ${BINS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {ranges &&
          RANGES.map(({ name, start, end }) => (
            <rect key={name} class={name} x={unit(start)} width={unit(end) - unit(start)} height={HEIGHT} />
          ))}
        {window && (
          <rect class="window" x={unit(window.from)} width={(window.length / length) * BINS} height={HEIGHT} />
        )}
        <path class="density" d={path} />
      </svg>
      {inside.map((port) => (
        <span key={port} class="ring" style={{ insetInlineStart: `${((port - from + 0.5) / length) * 100}%` }} />
      ))}
    </>
  )
  return (
    <div class="strip">
      {ranges && <Ranges />}
      {onChoose ? (
        <div
          class="bar"
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={PORTS - 1}
          aria-valuenow={at}
          aria-valuetext={textOf(at)}
          onKeyDown={(event) => choose(event, props)}
          onPointerDown={(event) => onChoose(portAt(event))}
          onPointerMove={(event) => onTell(textOf(portAt(event)))}
          onPointerLeave={() => onTell('')}
        >
          {drawing}
        </div>
      ) : (
        <div class="bar">{drawing}</div>
      )}
      {window && (
        <svg class="funnel" viewBox={`0 0 ${BINS} ${FUNNEL}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M${unit(window.from)} 0H${unit(window.from + window.length)}L${BINS} ${FUNNEL}H0Z`} />
        </svg>
      )}
    </div>
  )
}

function choose(event: KeyboardEvent, { at, step, onChoose }: Props): void {
  const target = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - step * 8,
    PageUp: at + step * 8,
    Home: 0,
    End: PORTS - 1,
  }[event.key]
  if (target === undefined) return
  onChoose?.(target)
  event.preventDefault()
}

const RANGES = [
  { name: 'system', start: 0, end: 1024 },
  { name: 'user', start: 1024, end: 49_152 },
  { name: 'dynamic', start: 49_152, end: PORTS },
] as const

/** Names and numbers of the three ranges, over them as far as the words have room. */
const Ranges = () => (
  <div class="ranges" aria-hidden="true">
    <span>{t('page_mapSystem')}</span>
    <span>{t('page_mapUser')}</span>
    <span>{t('page_mapDynamic')}</span>
    <span>0–1023</span>
    <span>1024–49151</span>
    <span>49152–65535</span>
  </div>
)
