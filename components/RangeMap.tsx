import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PortSpace } from '../registry/port-space'
import { locale, t } from './i18n'
import { MapSpace, PORTS } from './map-space'
import { wordsOfPart } from './map-words'
import { PortGrid } from './PortGrid'
import { SpaceStrip } from './SpaceStrip'
import { useGlide } from './use-glide'

interface Props {
  /** Undefined until it is there: the map keeps its place. */
  readonly space: PortSpace | undefined
  /** The ports to mark. The first one's neighbourhood is shown. */
  readonly ports: readonly number[]
  /** Address of a port's page. */
  readonly href: (port: number) => string
}

/** Ports in the grid, and in the part that is drawn between it and the whole. */
const BLOCK = 128
const MIDDLE = 4096

/** The port space at three scales: all of it, a sixteenth, and 128 numbers that can be told apart. */
export function RangeMap({ space, ports, href }: Props) {
  const opened = useMemo(() => space && new MapSpace(space), [space])
  const [first = 0] = ports
  const home = blockOf(first)
  const [block, setBlock] = useState(home)
  const [told, setTold] = useState('')
  useEffect(() => setBlock(home), [home])
  const middle = block - (block % MIDDLE)
  const shown = Math.round(useGlide(middle))

  const partOf = (from: number, length: number) => wordsOfPart(opened, { from, length })
  const go = (port: number) => setBlock(blockOf(Math.max(0, Math.min(PORTS - 1, port))))

  return (
    <figure class="map" aria-label={t('page_map')}>
      <SpaceStrip
        space={opened}
        from={0}
        length={PORTS}
        window={{ from: shown, length: MIDDLE }}
        ports={ports}
        label={t('page_mapAllBlock')}
        step={MIDDLE}
        at={block}
        textOf={(port) => partOf(port - (port % MIDDLE), MIDDLE)}
        onChoose={go}
        onTell={setTold}
        ranges
      />
      <SpaceStrip
        space={opened}
        from={shown}
        length={MIDDLE}
        window={{ from: block, length: BLOCK }}
        ports={ports}
        label={t('page_mapMiddle', middle, middle + MIDDLE - 1)}
        step={BLOCK}
        at={block}
        textOf={(port) => partOf(blockOf(port), BLOCK)}
        onChoose={go}
        onTell={setTold}
      />
      <PortGrid space={opened} from={block} length={BLOCK} ports={ports} href={href} onTell={setTold} onLeave={go} />
      <div class="controls">
        <button type="button" disabled={block === 0} onClick={() => go(block - BLOCK)}>
          {t('page_mapEarlier')}
        </button>
        <button type="button" disabled={block + BLOCK >= PORTS} onClick={() => go(block + BLOCK)}>
          {t('page_mapLater')}
        </button>
        <button type="button" class={block === home ? 'away' : ''} onClick={() => go(first)}>
          {t('page_mapBack', first)}
        </button>
        <p class="told">{told || t('page_mapHint')}</p>
      </div>
      <ul class="legend" aria-hidden="true">
        {(['registered', 'used', 'held', 'free'] as const).map((kind) => (
          <li key={kind} class={kind}>
            {t(LEGEND[kind])}
          </li>
        ))}
        {ports.length > 0 && <li class="here">{t('page_mapHere')}</li>}
      </ul>
      <figcaption>
        {opened &&
          t(
            'page_mapText',
            locale().count(opened.registered(0, PORTS)),
            block,
            block + BLOCK - 1,
            locale().count(opened.registered(block, block + BLOCK)),
            BLOCK,
          )}{' '}
        {ports.length === 1 && t('page_mapTextHere', first, locale().share(first / (PORTS - 1)))}
      </figcaption>
    </figure>
  )
}

const LEGEND = {
  registered: 'page_mapRegistered',
  used: 'page_mapUsed',
  held: 'page_mapHeld',
  free: 'page_mapFree',
} as const

const blockOf = (port: number) => port - (port % BLOCK)
