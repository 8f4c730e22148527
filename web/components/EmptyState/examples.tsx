import { ButtonLink } from '../Button/Button.tsx';
import type { Examples } from '../example.ts';
import { EmptyState } from './EmptyState.tsx';

export const examples: Examples = {
  component: 'EmptyState',
  items: [
    {
      name: 'with the next step',
      render: () => (
        <EmptyState
          title="还没有校区"
          actions={
            <ButtonLink kind="primary" to="/data">
              导入工作簿
            </ButtonLink>
          }
        >
          导入含「校区」表的工作簿后，这里逐校区列出每项标准的结论。
        </EmptyState>
      ),
    },
  ],
};
