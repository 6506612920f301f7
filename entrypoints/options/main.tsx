import { render } from 'preact'
import { t } from '../../components/i18n'
import '../../components/tokens.css'
import './options.css'
import { Options } from './Options'

document.title = t('options_title')
const app = document.querySelector('#app')
if (app) render(<Options />, app)
