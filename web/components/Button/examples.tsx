import type { Examples } from '../example.ts';
import { Button, ButtonLink } from './Button.tsx';

export const examples: Examples = {
  component: 'Button',
  items: [
    {
      name: 'kinds',
      render: () => (
        <div className="button-row">
          <Button kind="primary">导出达标表</Button>
          <Button>起草工作简报</Button>
          <Button kind="quiet">撤回</Button>
          <Button disabled>提交核验</Button>
          <ButtonLink to="/what-if">试算怎样达标</ButtonLink>
        </div>
      ),
    },
  ],
};
