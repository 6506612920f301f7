import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/port-card.css'
import '../../components/range-map.css'
import './popup.css'
import { Popup } from './Popup'

const app = document.querySelector('#app')
if (app) render(<Popup />, app)
