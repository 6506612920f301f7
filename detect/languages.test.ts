import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('digits of other scripts', () => {
  finds('پورت [۸۰۸۱] آزاد است', [{ port: 8081 }])
  finds('المنفذ [٨٠٨١] مشغول', [{ port: 8081 }])
  finds('पोर्ट [९४४३] खुला है', [{ port: 9443 }])
  finds('ポート[８０８１]で待つ', [{ port: 8081 }])
  ignores('قیمت ۸۰۸۰ تومان')
  ignores('نسخه ۲٫۵ پورت')
  ignores('साल २०१९ में')
})

describe('ranges whose ends a word joins', () => {
  finds('Die Ports [7000 bis 7100] bleiben frei', [{ from: 7000, to: 7100 }])
  finds('ouvrez les ports [7000 à 7100]', [{ from: 7000, to: 7100 }])
  finds('abrir los puertos del [7000 al 7100]', [{ from: 7000, to: 7100 }])
  finds('poorten [7000 tot 7100] zijn bezet', [{ from: 7000, to: 7100 }])
  finds('używa portów od [7000 do 7100]', [{ from: 7000, to: 7100 }])
  finds('займите порты с [7000 по 7100]', [{ from: 7000, to: 7100 }])
  finds('端口可在[7000到7100]之间选择', [{ from: 7000, to: 7100 }])
  finds('ポート[7000から7100]まで', [{ from: 7000, to: 7100 }])
  finds('포트는 [7000에서 7100]까지', [{ from: 7000, to: 7100 }])
  finds('a portok [7000 és 7100] között vannak', [{ from: 7000, to: 7100 }])
  finds('el puerto [80] a [8080]')
  ignores('Die Bahn fährt von 8000 bis 8100 Metern')
})
