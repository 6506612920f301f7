import { defineBackground } from 'wxt/utils/define-background'
import { answerMessages } from '../background/answers'
import { followLabels } from '../background/labels'
import { welcome } from '../background/first-run'
import { offerMenus } from '../background/menus'
import { suggestPorts } from '../background/omnibox'
import { forgetClosedTabs } from '../background/page-ports'

export default defineBackground(() => {
  answerMessages()
  followLabels()
  offerMenus()
  suggestPorts()
  welcome()
  forgetClosedTabs()
})
