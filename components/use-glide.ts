import { useEffect, useRef, useState } from 'preact/hooks'

/** How long a move takes, in ms: long enough to see from where to where. */
const GLIDE_MS = 240

/** A number that glides to its target, so that one sees where a part of the map comes from. At once for who asked for less motion. */
export function useGlide(target: number): number {
  const [shown, setShown] = useState(target)
  const from = useRef(target)
  from.current = shown
  useEffect(() => {
    const start = from.current
    if (start === target) return undefined
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setShown(target)
      return undefined
    }
    const begin = performance.now()
    let frame = requestAnimationFrame(function move(now) {
      const passed = Math.min(1, Math.max(0, (now - begin) / GLIDE_MS))
      const eased = 1 - (1 - passed) ** 3
      setShown(passed === 1 ? target : start + (target - start) * eased)
      if (passed < 1) frame = requestAnimationFrame(move)
    })
    return () => cancelAnimationFrame(frame)
  }, [target])
  return shown
}
