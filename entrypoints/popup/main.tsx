import { render } from 'preact'
import { speak } from '../../components/i18n'
import '../../components/tokens.css'
import '../../components/port-card.css'
import '../../components/range-map.css'
import './popup.css'
import { Popup } from './Popup'

speak(document.documentElement)
const app = document.querySelector('#app')
if (app) render(<Popup />, app)
