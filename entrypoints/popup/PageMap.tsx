import { useEffect, useState } from 'preact/hooks'
import { SpaceLens } from '../../components/SpaceLens'
import { askBackground } from '../../page/background'
import type { PortSpace } from '../../registry/port-space'

interface Props {
  readonly ports: readonly number[]
  readonly onChoose: (port: number) => void
}

/** Where in the port space this page's ports lie. What is around them comes when the list has been drawn. */
export function PageMap({ ports, onChoose }: Props) {
  const [space, setSpace] = useState<PortSpace>()
  useEffect(() => {
    const idle = requestIdleCallback(() => void askBackground<PortSpace>({ type: 'port-space' }).then(setSpace))
    return () => cancelIdleCallback(idle)
  }, [])
  return <SpaceLens space={space} ports={ports} onChoose={onChoose} />
}
