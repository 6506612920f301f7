import { browser } from 'wxt/browser'
import type { TabMessage } from '../messages'

type Answers = { readonly [Type in TabMessage['type']]: (message: Extract<TabMessage, { type: Type }>) => void }

/** Does what the popup and the background ask of this frame. Only the extension itself can send these. */
export function answerTab(signal: AbortSignal, answers: Answers): void {
  const asked = (message: TabMessage) => {
    if (message.type === 'report') answers.report(message)
    else if (message.type === 'step') answers.step(message)
    else if (message.type === 'visit') answers.visit(message)
    else if (message.type === 'card') answers.card(message)
    else answers['close-cards'](message)
  }
  browser.runtime.onMessage.addListener(asked)
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(asked)
    } catch {
      // The extension is gone, and the listener with it.
    }
  })
}
