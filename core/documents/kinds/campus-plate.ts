import { documentKind } from '../document-kind.ts';
import { dayInWords, facts, paragraph } from '../sheet.ts';

/** M2-c: a recognised campus may show the plate of the college's campus. */
export const campusPlate = documentKind({
  clause: 'M2-c', label: { zh: '校区挂牌准予书', en: 'Leave to show the plate of a campus' }, series: 'plate',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: { dated: 'day', campus_id: 'text', campus: 'text', school: 'text', college: 'text', plate_text: 'text', from: 'day', recognition_number: 'note' },
  compose: (content) => ({
    title: `关于准予${content.campus}挂牌的决定`,
    addressee: `${content.school}、${content.college}`,
    blocks: [
      paragraph(`${content.campus}已认定为高职校区，准予${content.school}自${dayInWords(content.from)}起对外加挂下列牌子。`),
      facts(
        ['牌子文字', content.plate_text], ['校区编号', content.campus_id],
        ['认定文号', content.recognition_number === '' ? '—' : content.recognition_number], ['挂牌起始', dayInWords(content.from)],
      ),
      paragraph('校区认定撤销或试点停止时，牌子同时收回，本决定随之失效。'),
    ],
    basis: ['M2-c', 'M4-a'], closing: { kind: 'issued', dated: content.dated },
  }),
});
