import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from './i18n'
import { type MapSpace, PORTS } from './map-space'
import { wordsOfPort } from './map-words'

interface Props {
  readonly space: MapSpace | undefined
  readonly from: number
  readonly length: number
  readonly ports: readonly number[]
  readonly href: (port: number) => string
  readonly onTell: (words: string) => void
  /** The arrow keys went past the edge, to this port. */
  readonly onLeave: (port: number) => void
}

/** Numbers that can be told apart, each a link to its page. One tab stop; the arrow keys go from number to number. */
export function PortGrid({ space, from, length, ports, href, onTell, onLeave }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const [first = from] = ports
  const isHere = (port: number) => from <= port && port < from + length
  const [current, setCurrent] = useState(first)
  const moved = useRef(false)
  const stop = isHere(current) ? current : isHere(first) ? first : from
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-port="${current}"]`)?.focus()
    moved.current = false
  }, [current, from])

  function key(event: KeyboardEvent) {
    const columns = columnsOf(grid.current)
    const target = {
      ArrowLeft: stop - 1,
      ArrowRight: stop + 1,
      ArrowUp: stop - columns,
      ArrowDown: stop + columns,
      Home: from,
      End: from + length - 1,
    }[event.key]
    if (target === undefined || target < 0 || target >= PORTS || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    moved.current = true
    setCurrent(target)
    if (!isHere(target)) onLeave(target)
  }

  return (
    <div ref={grid} class="grid" role="group" aria-label={t('page_mapBlock', from, from + length - 1)} onKeyDown={key}>
      {Array.from({ length }, (_, i) => from + i).map((port) => (
        <a
          key={port - from}
          data-port={port}
          class={`${space?.kindOf(port) ?? 'free'}${ports.includes(port) ? ' here' : ''}`}
          href={href(port)}
          tabIndex={port === stop ? 0 : -1}
          aria-label={wordsOfPort(space, port)}
          aria-current={ports.includes(port) ? 'true' : undefined}
          onPointerEnter={() => onTell(wordsOfPort(space, port))}
          onPointerLeave={() => onTell('')}
          onFocus={() => onTell(wordsOfPort(space, port))}
          onBlur={() => onTell('')}
        >
          {port}
        </a>
      ))}
    </div>
  )
}

/** How many numbers stand in a row: as many as have the first one's height. */
function columnsOf(grid: HTMLElement | null): number {
  const cells = [...(grid?.children ?? [])] as HTMLElement[]
  const second = cells.findIndex((cell) => cell.offsetTop !== cells[0]?.offsetTop)
  return second < 0 ? cells.length : second
}
