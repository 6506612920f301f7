import { render } from 'preact'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import cardStyle from '../components/port-card.css?inline'
import { PortCard } from '../components/PortCard'
import tokens from '../components/tokens.css?inline'
import hostStyle from '../page/card.css?inline'
import { openCardDoor } from '../page/card-door'
import { CardHost } from '../page/card-host'

export default defineUnlistedScript(() => {
  const host = new CardHost(document, tokens + hostStyle + cardStyle)
  openCardDoor(host, (described) => render(<PortCard {...described} />, host.content))
})
