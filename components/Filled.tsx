import type { ComponentChildren } from 'preact'
import { type MessageKey, t } from './i18n'

interface Props {
  readonly message: MessageKey
  /** Takes the place of $1. */
  readonly children: ComponentChildren
}

/** A message with something else than plain text in it: words in another language, a number in its own type. */
export function Filled({ message, children }: Props) {
  const [before, after] = t(message, PLACE).split(PLACE)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}

/** A character for private use: no message has it. */
const PLACE = '\uE000'
