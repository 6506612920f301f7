export { PageMonitor } from '../../page/monitor'
