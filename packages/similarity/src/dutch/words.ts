/** Words that say nothing by themselves. */
const empty = new Set(
  `de het een en of maar want dus dat die dit deze er hier daar waar wie wat welke hoe ik je jij u
  we wij ze zij hij hem haar hun ons onze mijn me mij jouw jullie uw zijn is was ben bent waren
  geweest worden word wordt werd heb hebt heeft hebben had hadden kan kun kunt kunnen kon zou zouden
  zal zullen zult moet moeten moest mag mogen wil wilt willen wou gaat gaan ga ging doe doet doen
  laat laten komt komen kom krijg krijgt krijgen geef geeft geven maak maakt maken zeg zegt zeggen
  te in op aan van voor met bij naar uit over om door tot als dan nog ook al wel zo zelf zich eens
  even heel erg zeer echt gewoon graag toch nu straks steeds altijd weer vaak soms meestal alleen
  alles iets iemand iedereen elke elk alle andere anders ander toe mee af per via tegen tussen onder
  na wanneer waarom omdat zodat zonder niet geen nooit niks niets niemand meer minder veel weinig
  te teveel bijv bv etc enz ofzo t m n s d k ie der ja nee hoor he ma nie oke ok zn eigenlijk best
  beetje pas eerst daarna daarom erbij eraan ermee ervan erover erin waarbij zoals hetzelfde elkaar zorgt zorgde
  wordt vind vinden vindt zien zie ziet staat staan blijft blijven zitten zit hou houden houdt weet
  weten neem nemen neemt goed goede beter beste slecht slechte leuk mooi mooie fijn grote groot
  kleine klein nieuwe nieuw eigen eerste laatste hele zulke zo'n een eentje dingen ding zaken zaak
  manier nieuws vier vijf zes zeven acht negen tien twee drie honderd duizend keer jaar jaren week weken dag dagen tijd moment plek plaats`.split(
    /\s+/,
  ),
)

/** Words that are in half of the notes of an evening about a municipality, or that go with anything. */
const light = new Set(
  `gemeente mensen bewoners bewoner inwoners inwoner burgers burger samen buurt wijk dorp straat
  stad ambtenaar ambtenaren zelf idee ideeen plan plannen nodig willen zorgen helpen vragen vraag
  belangrijk duidelijk ruimte werken werkt regelen regel verantwoordelijk probleem problemen kern
  raad college wethouder organisatie initiatief initiatieven initiatiefnemer bepalen bepaalt beslissen
  open hand handen deur deuren tafel kant lijn lang lange langs kleur uur maand maanden avond leggen
  legt lopen loopt hoeven hoef hoeft duurt duren schieten leven bedenken bedenkt bespreken vertellen
  regels geld loslaten openstaan vasthouden bieden beginnen begint begin einde eind lukken lukt
  proberen kijken kijkt kijk horen hoort hoor denken denkt denk voelen voelt praten praat spreken
  spreekt lezen leest schrijven schrijft kennen kent zoeken zoekt vertelt noemen noemt heten heet
  zetten zet stellen stelt brengen brengt halen haalt pakken pakt houden blijkt lijkt bestaan bestaat
  gebeuren gebeurt gebeurd gebruiken gebruikt gebruik betekent weg terug mee af dicht ver hoog laag
  vol leeg snel zwaar makkelijk moeilijk mogelijk onmogelijk zeker precies bijna ongeveer vooral
  gelijk anders gemeentelijk gemeentelijke inzet invloed belang rol taak taken doel resultaat
  kans kansen gevoel mening meningen woord woorden punt punten stap stappen soort aantal deel helft
  rest groep groepen partij persoon man vrouw kind naam hoofd ogen oog hart wereld land huis thuis
  morgen vandaag gisteren ochtend middag nacht maandag vrijdag zaterdag zondag januari december
  begrijpen begrip kiezen keuze hangen hangt vallen valt liggen ligt rijden rijdt wonen woont
  brief stuk stukken papier verhaal foto krant bord lijst nummer bericht afspraak gesprek overleg
  vergadering bijeenkomst project projecten beleid visie toekomst dorpen wijken kernen buurten straten
  bestuurder bestuurders raadslid raadsleden medewerker medewerkers collega politiek samenwerken
  bestuur ander lastig slim handig vast vaste samenleving omgeving gebied gebieden locatie
  afschaffen schrappen verminderen weghalen verbeteren veranderen invoeren aanpassen versterken
  behouden handhaven regel controleren vaker minder doorgaan ophouden zorgt blijkbaar gewenst extra
  wachten wacht stoppen stopt delen deelt tonen toont bewaken vieren verder achter voren naast binnen
  buiten boven beneden midden overal ergens nergens sterk zwak echte hele halve zoveel klaar`.split(
    /\s+/,
  ),
)

/** How much it says that two notes share this word: 0 for 'de', 1 for 'groenonderhoud'. */
export function meaningOf(word: string): number {
  if (empty.has(word) || word.length < 2) return 0
  return light.has(word) ? 0.35 : 1
}

/** A text in small letters, without accents, in clauses of words. */
export function clausesOf(text: string): string[][] {
  return (
    plain(text)
      // 'bellen in plaats van schrijven' is bellen, and no schrijven.
      .replace(/\s(?:in plaats van|ipv|i\.p\.v\.)\s/g, ', zonder ')
      .split(/[.,;:!?()–—/\n]+|\s-\s|\s(?:maar|want|dus|omdat|terwijl|zodat)\s/)
      .map((clause) => clause.match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((clause) => clause.length > 0)
  )
}

/** Small letters, no accents, and abbreviations of a town hall as words. */
export function plain(text: string): string {
  return (
    ` ${text} `
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[’‘`´]/g, "'")
      .replace(/\bb\s?(?:&|en|\+)\s?w\b/g, 'college')
      .replace(/\bo\.?v\.?(?=\s)/g, 'ov')
      .replace(/(?<=\p{L})'(?=s\b)/gu, '')
      .replace(/\b(ja|nee), (mits|tenzij)\b/g, '$1 $2')
      // Otherwise it has the stem of 'te laten'.
      .replace(/\bte laat\b/g, 'telaat')
      .replace(/\b't\b/g, 'het')
      .replace(/'n\b/g, ' een')
      .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
      .replace(/\s\d+%/g, ' procent')
  )
}
