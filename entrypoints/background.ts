import { defineBackground } from 'wxt/utils/define-background'
import { answerMessages } from '../background/answers'

export default defineBackground(() => {
  answerMessages()
})
