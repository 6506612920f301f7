import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('a number is weighed with the port named behind it', () => {
  finds('We went from [3000] to [8080], the old port was taken.')
  finds('Do not send through [25], take port [587].')
  finds('Listens on [7443], the broker on port [61616]')
  finds('Swap [8080] with the port you like')
  finds('[8080] is busy, so take another port')
  ignores('We raised the timeout from 3000 to 5000 as the port was slow')
  ignores('Stir 250 g of sugar into 80 ml of port')
  ignores('HOST Port: a-1 of 902')
})

describe('a port far behind does not speak against a number', () => {
  finds(
    'The port can be set by whoever starts the program, and the dashboard for the team, if wanted, listens on [3000].',
  )
  finds('Ports may change. By default the dashboard, the metrics and the rest of it listen on [9090].')
  ignores('Port 2222\nMaxTries 22'.replace('Port 2222\n', 'Ports vary\n'))
  ignores('Port of call: none. The engine makes 3000 rpm.')
})

describe('two clauses, two ports', () => {
  finds('The web console is on port [8161], the database [5432].')
  finds('Troque a porta [22] pela [2222].')
  finds('Serveren svarer på port [8080], databasen på [5432].')
  finds('Ο διακομιστής ακούει στη θύρα [8080] και η βάση στη [5432].')
  finds('Máy chủ chạy ở cổng [8080], cơ sở dữ liệu ở [5432].')
  finds('الخادم يعمل على المنفذ [8080] وقاعدة البيانات على [5432].')
  finds('端口默认为[9000]，缓存默认为[6379]')
  finds('把端口由[80]改成[8080]')
  finds('ポートは[8080]です。管理画面は[8081]を使います。')
  finds('A [80]-as port nyitva van, a [443]-as, a [22]-es zárva.')
  ignores('端口很多，最大连接数5000')
  ignores('ポート数は48、タイムアウト3000')
})

describe('labels', () => {
  finds('Puerto de escucha: [8080]')
  finds('- Порт сервера: [8090]')
  finds('The default ports: Oracle: [1521] MySQL: [3306]')
  ignores('Port Arthur: 33500')
  ignores('Port speed: 1000')
  ignores('Puerto de Valencia: 5400 barcos')
})

describe('counts of ports', () => {
  ignores('The top 1000 TCP ports are tried')
  ignores('16 port.\n24 port.\n48 port.')
  ignores('スイッチは48ポート')
  ignores('Wrong default for the port #7')
  ignores('Port 22 of the switch')
  ignores('交换机端口22')
  finds('Expose both the [9000] and the [9001] ports')
  finds('[8080] portu ve [25] numaralı SMTP portu')
})

describe('things that are counted, years of old', () => {
  ignores('Beyond the port lie 5433 gardens and 8080 houses.')
  ignores('Take tram 80 to the port.')
  ignores('In 1883 the harbour was no port.')
  finds('The port is [8080] and works')
})
