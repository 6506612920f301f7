import { defineBackground } from 'wxt/utils/define-background'
import { answerMessages } from '../background/answers'
import { forgetClosedTabs } from '../background/page-ports'

export default defineBackground(() => {
  answerMessages()
  forgetClosedTabs()
})
