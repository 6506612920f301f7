/** What a word says about a number near it. Bits, because one word may say several things. */
export const PORT = 1
/** "ports": in English a number before it counts them, numbers after it make a list. */
export const PLURAL = 2
/** A transport protocol's name. */
export const PROTOCOL = 4
/** Has ports of its own that are sockets in metal: USB, HDMI, a switch. */
export const HARDWARE = 8
/** A program takes up or reaches a port: listens, binds, runs, forwards. */
export const OPEN = 16
/** Talk of networks in general. */
export const NETWORK = 32
/** After a number: what is being counted or measured. */
export const UNIT = 64
/** Before a number: what else it may be the number of (line 42, page 7, status 404). */
export const REFERENCE = 128
/** May stand between "port" and its number without telling them apart. */
export const GLUE = 256
/** Leads up to a number that is being named: on 8080, to 443. */
export const LEAD = 512
/** Joins the items of a list. */
export const AND = 1024
/** An everyday word (sport) that means a port only as a key or a flag: `sport=22`. */
export const KEY_ONLY = 2048
/** Starts a form that commands.ts reads. */
export const COMMAND = 4096

/** Makes a "port" one of hardware where it stands right before it. */
export const BESIDE = 16384

/** In the dictionary: also with an s. */
export const ANY_NUMBER = 8192

/** Stems with the endings they take: `port|,u,em` is port, portu, portem. */
export const DICTIONARY: readonly (readonly [says: number, words: string])[] = [
  [
    PORT,
    'port|,u,em,ie,owi,ul,ului,en,in,un,una,unu,unda,undan,unun,ta,tan,ot,on,hoz,ra,ja,ján,jára,ját,jának,jából,ról,ba,ban,tal,nak,om,no,num,nr,nummer,nummern,' +
      'nummeret,numret,number,szám,száma,id,i,il,ile,ilt,iga,ā,us,t,tól,ů,ech,e,et,er,ndan,val,nek,ból,as,ą,o ' +
      'porcie portti|,a,in,en,numero,ksi porttej|a,en portteihin porteista porteissa porteilla porti|n,ssa,sta,lla,lle,lta,t,numero puerto porta porto poort|,nummer dpt spt ' +
      'portweiterleitung|,en portfreigabe|,n порт|,а,у,ом,е,і,ът,ови θύρα|,ς πόρτα|,ς cổng منفذ المنفذ بالمنفذ للمنفذ بورت البورت بالبورت پورت پورتی درگاه ' +
      'פורט הפורט בפורט לפורט יציאה היציאה पोर्ट پورٹ পোর্ট|,ে,ের,টি போர்ட் prievad|as,o,ą,e priključku',
  ],
  [
    PORT | PLURAL,
    'ports puertos portas portos poorten portene portarna port|y,ów,ům,ach,ami,ar,arna,ene,erne,ok,okat,okon,uri,urile,urilor,range,lar,ları,' +
      'larını,larına,larından,larda,it,ien,id,ovi,ovima,ai dpts spts порт|ы,ов,ам,ами,ах,и,ів,ове,овете,ови θύρες θυρών ' +
      'منافذ المنافذ والمنافذ بورتات پورتهای פורטים הפורטים יציאות पोर्ट|ों,्स prievadai',
  ],
  [PORT | KEY_ONLY, 'sport sports'],
  [PROTOCOL | NETWORK, 'tcp|,4,6 udp|,4,6 sctp dccp'],
  [
    HARDWARE,
    'usb hdmi serial com lpt gpio midi ethernet switch|,es sfp vga console parallel uplink patch panel optical thunderbolt ' +
      'uart pci pcie gigabit gigabitethernet hub printer rj45 jack seriell seriale vna cable|,s,d trunk|,s,ing plug|,s,ged connector|,s vlan|,s lacp ethercat fc zoning pier harbour vintage',
  ],
  [
    BESIDE,
    'memory input output audio video fiber charging access trunk display lan physical phys freebsd openbsd netbsd probe card ' +
      'joystick game modem',
  ],
  [
    OPEN,
    'answer|s,ing accept|s,ing respond|s,ing available listen|,s,ed,ing,er,ers bind|,s,ing bound expos|e,es,ed,ing serv|e,es,ed,ing run|,s,ning started starting accessible ' +
      'reachable forward|,s,ed,ing redirect|,s,ed,ing map|s,ped,ping proxy|,ing proxies publish|,ed connect|,s,ed,ing lauscht ' +
      'écoute escucha ascolta luistert nasłuchuje слушает',
  ],
  [
    NETWORK,
    'listen|,s,ed,ing bind|s,ing bound server|,s hostname localhost firewall socket|,s ip iptables nat router ssh http https traffic inbound outbound upstream ' +
      'container endpoint telnet netstat nmap tls ssl dns smtp nginx ufw allow|,ed,s,ing block|,ed,ing open|,ed,ing close|d ' +
      'incoming outgoing scan|,ning,ned proxy',
  ],
  [
    UNIT,
    'times items containers devices sessions processes ships hosts users clients connections packets requests threads workers cores files lines rows pages words pixels ' +
      'points attempts nodes replicas records messages characters entries people px closed filtered jours heures secondes días horas ' +
      'segundos minutos tage|,n stunden sekunden minuten saniye dakika godzin minut sekund|,er dni giorni ore minuti secondi timmar dagen uur uhr seconden dias',
  ],
  [
    UNIT | ANY_NUMBER,
    'ms rpm ml kg lb oz sec s second minute min hour day week month year byte kb mb gb tb kib mib gib bit baud hz khz mhz ghz volt w usd ' +
      'dollar eur euro am pm degree mile km mm cm',
  ],
  [
    REFERENCE | ANY_NUMBER,
    'line page pp chapter section figure table step version year rfc issue pr id pid uid gid vlan as error status code size ' +
      'speed length width height timeout count max limit age ttl priority weight index offset column row seq ack win build room ' +
      'signal chain intel type phase mode most least backlog queue raum gate bus tram flight suite fee process rum zimmer kamer salle sala godziny chambre buffer interval delay duration rate',
  ],
  [
    GLUE,
    'mặc định actually number numbers s list|,s includ|e,es,ed,ing vmap map 번호 番号 號 no num nr is are was were be can should must the a an default defaults as like usually normally ' +
      'typically only using via which that set to número numéro numero numer nummer numara номер|,а par por defecto défaut ' +
      'predeterminado predefinita implicit domyślny domyślnie число číslo szám szama numaralı nolu numarası nomor số شماره رقم های ها مستخدم संख्या नंबर αριθμός по умолчанию стандартно ברירת מחדל המחדל الافتراضي افتراضي الافتراضية پیش‌فرض پیشفرض डिफ़ॉल्ट ' +
      'padrão standard es ist est é jest är er on und oder named called between either any new old local remote destination ' +
      'source tcp udp http https ssh used required needed opened exposed forwarded say range plage rango intervallo zakresie диапазоне greater higher above below under par con para por pela durch mit avec dans pour com de del du des della do da dos das der die dem den la le el il lo het een det è este är',
  ],
  [
    LEAD,
    'my your on to at from via replace change substitute remplacez ersetze ersetzen reemplaza cambia sostituisci substitua замените port is uses use using tried try usar usa usando verwenden nutzen usare over through for auf sur en el em na op bei sulla روی på pe по на al au alla till til naar',
  ],
  [
    AND,
    'and or und oder et ou y o e i a u и или та або й ve veya ile en of och eller og tai ja và hoặc dan atau și sau és vagy plus to nebo alebo lub oraz albo ili sowie samt bzw ' +
      'at ir un vai või και ή و أو یا ו או और या এবং ও และ หรือ और 와 과 및 또는 和 と や 及 与 或 और also auch maybe even well as perhaps then 番と 번과 vs versus',
  ],
]

/** Words of scripts that put no spaces between words: found wherever they stand. */
export const UNSPACED: readonly (readonly [string, number])[] = [
  ['端口', PORT],
  ['ポート', PORT],
  ['포트', PORT],
  ['連接埠', PORT],
  ['埠', PORT],
  ['พอร์ต', PORT],
  ['ğlantı nokta', PORT],
  ['串口', HARDWARE],
  ['交换机', HARDWARE],
  ['交換機', HARDWARE],
  ['スイッチ', HARDWARE],
  ['스위치', HARDWARE],
  ['시리얼', HARDWARE],
  ['シリアル', HARDWARE],
]

/** What counts in scripts without spaces: seconds, days, pieces. */
export const COUNTER = /^\s?(?:毫?秒|分|小?时|時|日|天|年|月|个|個|件|つ|台|本|种|種|초|분|시간|개|년)/

/** The ending that many languages join to a number: "80-as", "443-й", "443'üncü", "22."; a counter, a protocol. */
export const ENDING =
  /^(?:[번番号號](?=\(|[,、]\s?)|(?:[-‑](?:[aeoöáé]s|[eoö]n|r[ea]|[aeoö]t|[а-яіїєґ]{1,3})|['’]\p{L}{1,4})(?=[\s,.;:)])|\.(?=\s))/u
