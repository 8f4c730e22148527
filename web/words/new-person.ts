import { words } from './dictionary.ts';

export const newPersonWords = words(
  {
    newLead: '建一个人和他的账号，得到一张激活单；由本人凭代码单自己设密码，经办人不知道密码。',
    newLeadStaff: '新账号没有任何权限，直到安全管理员任命。',
    create: '新建并出激活单',
    created: (name) => `${name}的账号已建好`,
    createFailed: '没有新建',
    toPerson: '查看这个人',
    accountHelp: '登录用的名字，例如工号；建好后不能改。',
    studentHelp: '按学籍台账取姓名，账号就是学号。',
    giveName: '请填写姓名',
    giveAccount: '请填写账号',
  },
  {
    newLead: 'A person with an account, and a slip that activates it: the person chooses the password, and whoever made the account does not know it.',
    newLeadStaff: 'A new account may do nothing until the security administrator appoints.',
    create: 'Create and make the slip',
    created: (name) => `The account of ${name} is made`,
    createFailed: 'Not created',
    toPerson: 'Look at the person',
    accountHelp: 'The name to sign in with, such as a staff number; it is not changed later.',
    studentHelp: 'The name is taken from the register; the account is the student id.',
    giveName: 'Give the name',
    giveAccount: 'Give the account',
  },
);
