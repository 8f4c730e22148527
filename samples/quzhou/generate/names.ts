import type { Draws } from './random.ts';

const SURNAMES = [...'徐郑毛王周吴方陈姜叶程余汪祝胡江何占黄柴舒杨刘童邵严罗琚诸葛朱张蒋翁许曾潘谢赖廖夏'];
const FIRST = [...'子梓宇浩欣雨思佳俊文嘉诗志晨博乐天景明语若书安一泽承亦可静云柏卓'];
const SECOND_MALE = [...'轩涵杰豪航宸睿阳铭远辰凯恒哲峰宁川硕诚楠'];
const SECOND_FEMALE = [...'涵怡彤萱妍琪婷悦瑶蕾菲琳馨玥洁岚霖宁桐露'];
const GROWN_MALE = [...'建国志明伟军永强卫东海波文斌立新正华晓峰'];
const GROWN_FEMALE = [...'丽华秀英晓燕红梅素芳建萍雪琴慧敏月娟小青'];

/** A young person's name, made up. */
export function pupilName(by: Draws, sex: 1 | 2): string {
  return by.pick(SURNAMES) + by.pick(FIRST) + by.pick(sex === 1 ? SECOND_MALE : SECOND_FEMALE);
}

/** A grown-up's name, made up; with `surname` for a parent. */
export function grownName(by: Draws, sex: 1 | 2, surname = by.pick(SURNAMES)): string {
  const given = sex === 1 ? GROWN_MALE : GROWN_FEMALE;
  return surname + by.pick(given) + by.pick(given);
}
