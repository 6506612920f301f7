import { render } from 'preact'
import { browser } from 'wxt/browser'
import '../../components/tokens.css'
import '../../components/copy-button.css'
import '../../components/commands.css'
import '../../components/port-search.css'
import '../../components/range-map.css'
import './port.css'
import { language } from './language'
import { PortPage } from './PortPage'
import { unfoldForPrint } from './unfold'

document.documentElement.lang = language.tag
document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir')
const app = document.querySelector('#app')
if (app) render(<PortPage />, app)
unfoldForPrint(window)
