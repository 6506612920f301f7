import type { Launched } from '../launch.mjs'
import { onStage, openSettled, pause, type Stage } from './start'
import { running, STREAMS } from './streams'
import type { Row } from './table'
import { cpu, longTasksOf, ourCalls, outermost, sum, threadOf, traced } from './trace'

const ROUNDS = 2
const SLOW_MS = 20

/** What a person notices while pages keep changing: frames that come late, and tasks that hold everything up. */
export async function benchFrames(): Promise<Row[]> {
  const rows: Row[] = []
  console.log('Firefox notes no long tasks: they are left out there.')
  for (const kind of ['chromium', 'firefox'] as const)
    rows.push(
      ...(await onStage(kind, 'the frames of pages that keep changing', async (stage) => [
        ...(await slowFrames(stage)),
        ...(kind === 'chromium' ? await longTasks(stage) : []),
      ])),
    )
  return rows
}

async function slowFrames({ kind, url, porthole, bare }: Stage): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, stream] of Object.entries(STREAMS)) {
    const ours: number[] = []
    const none: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(...(await frames(porthole, url, stream)))
      none.push(...(await frames(bare, url, stream)))
    }
    const added = slow(ours) / ours.length - slow(none) / none.length
    rows.push({
      what: `slow frames added while ${name}, ${kind}`,
      value: added * 100,
      unit: '%',
      limit: 1,
      note: `over ${SLOW_MS} ms: ${slow(ours)} of ${ours.length} beside ${slow(none)} of ${none.length} without Porthole`,
    })
  }
  return rows
}

const slow = (all: readonly number[]) => all.filter((ms) => ms > SLOW_MS).length

/** Ms from each frame of a stream to the next. */
async function frames(launched: Launched, url: string, stream: string): Promise<number[]> {
  const page = await openSettled(launched, `${url}blank.html`)
  const during = `
    const times = globalThis.times = []
    requestAnimationFrame(function note(time) {
      times.push(time)
      requestAnimationFrame(note)
    })`
  await page.evaluate(running(stream, during))
  const times = (await page.evaluate('times')) as number[]
  await page.close()
  return times.slice(1).map((time, i) => time - (times[i] as number))
}

async function longTasks({ url, porthole }: Stage): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, stream] of Object.entries(STREAMS)) {
    const page = await openSettled(porthole, `${url}blank.html`)
    const events = await traced(page, async () => {
      await page.evaluate(running(stream))
      await pause(300)
    })
    await page.close()
    const calls = ourCalls(events)
    const [thread] = calls.map(threadOf)
    const all = outermost(events.filter((event) => event.name === 'RunTask' && threadOf(event) === thread))
    const share = sum(calls.map(cpu)) / sum(all.map(cpu))
    rows.push({
      what: `long tasks that would not be without us while ${name}`,
      value: longTasksOf(events, calls).length,
      unit: '',
      limit: 0,
      note: `over 50 ms of CPU time; our longest call ${Math.max(...calls.map(cpu)).toFixed(1)} ms, all of them ${(share * 100).toFixed(1)} % of the thread's CPU time`,
    })
  }
  return rows
}
