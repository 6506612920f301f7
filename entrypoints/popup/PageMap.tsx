import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { RangeMap } from '../../components/RangeMap'
import { askBackground } from '../../page/background'
import type { PortSpace } from '../../registry/port-space'

/** Where in the port space this page's ports lie. */
export function PageMap({ ports }: { readonly ports: readonly number[] }) {
  const [space, setSpace] = useState<PortSpace>()
  useEffect(() => void askBackground<PortSpace>({ type: 'port-space' }).then(setSpace), [])
  return <RangeMap space={space} ports={ports} zoom={false} href={addressOf} />
}

const addressOf = (port: number) => `${browser.runtime.getURL('/port.html' as '/')}#${port}`
