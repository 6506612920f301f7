import type { MapSpace } from './map-space'
import { PORTS } from './map-space'
import { RangeNames } from './RangeNames'
import { BINS, type Part, portAt, SpaceDrawing } from './SpaceDrawing'

interface Props extends Part {
  readonly space: MapSpace | undefined
  /** The part of it that is enlarged below. */
  readonly window: Part
  readonly ports: readonly number[]
  readonly label: string
  /** How far an arrow key goes, in ports. */
  readonly step: number
  /** The chosen place. */
  readonly at: number
  /** What stands at a port, in words. */
  readonly textOf: (port: number) => string
  readonly onChoose: (port: number) => void
  readonly onTell: (words: string) => void
  /** Whether the three ranges are drawn and named. */
  readonly ranges?: boolean
}

/** Height of what leads from the enlarged part to its enlargement, in the drawing's own units. */
const FUNNEL = 16

/** A part of the port space on which one chooses what is enlarged below it. */
export function SpaceStrip(props: Props) {
  const { from, length, window, label, at, textOf, onChoose, onTell, ranges = false } = props
  const unit = (port: number) => ((port - from) / length) * BINS
  return (
    <div class="strip">
      {ranges && <RangeNames />}
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
        onClick={(event) => onChoose(portAt(event, props))}
        onPointerMove={(event) => onTell(textOf(portAt(event, props)))}
        onPointerLeave={() => onTell('')}
      >
        <SpaceDrawing
          space={props.space}
          from={from}
          length={length}
          window={window}
          ports={props.ports}
          ranges={ranges}
        />
      </div>
      <svg class="funnel" viewBox={`0 0 ${BINS} ${FUNNEL}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M${unit(window.from)} 0H${unit(window.from + window.length)}L${BINS} ${FUNNEL}H0Z`} />
      </svg>
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
  onChoose(target)
  event.preventDefault()
}
