import type { Described } from '../messages'
import { askBackground, endIfOrphaned } from './background'
import type { Mark } from './marks'
import type { PageDoor } from './page-door'
import { pairOf } from './pair'
import { around } from './words'

/** What the card says of a mention, from the background; undefined where that is gone or silent. */
export async function describe(mark: Mark, { life, marks, blockAt }: PageDoor): Promise<Described | undefined> {
  if (endIfOrphaned(life)) return undefined
  const { from, to, protocol, host } = mark.mention
  const pair = pairOf(mark, marks)
  const port = {
    from,
    to,
    ...(protocol && protocol !== 'tcp+udp' && { protocol }),
    ...(host && { host }),
    ...(pair && { pair }),
    around: around(mark, blockAt),
  }
  const answer = await askBackground<Described[]>({ type: 'describe', ports: [port] })
  return answer?.[0]
}
