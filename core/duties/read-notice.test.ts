import { expect, test } from 'vitest';
import { PUBLISHED_HOLIDAYS } from './published-holidays.ts';
import { readNotice } from './read-notice.ts';

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;
const NOTICE_2025 = `元旦：1月1日（周三）放假1天，不调休。春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
清明节：4月4日（周五）至6日（周日）放假，共3天。劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
端午节：5月31日（周六）至6月2日（周一）放假，共3天。国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`;

test('the notices of 2025 and 2026 are read to what the product comes with', () => {
  for (const [year, text] of [[2026, NOTICE_2026], [2025, NOTICE_2025]] as const) {
    const published = PUBLISHED_HOLIDAYS.find((one) => one.year === year);
    expect(readNotice(text, year)).toEqual({ off: [...published?.off ?? []].sort(), worked: [...published?.worked ?? []].sort() });
  }
});

test('what is no date, of another year or too long is left out', () => {
  expect(readNotice('2月30日放假。上班。1月1日至12月31日放假。', 2026)).toEqual({ off: [], worked: [] });
  expect(readNotice('2025年12月31日至2日放假', 2026)).toEqual({ off: [], worked: [] });
});
