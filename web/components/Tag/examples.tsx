import type { Examples } from '../example.ts';
import { BasisTag, Tag } from './Tag.tsx';

const KINDS = ['sample', 'frozen', 'draft', 'overdue', 'live', 'unverified', 'tried'] as const;

export const examples: Examples = {
  component: 'Tag',
  items: [
    {
      name: 'states',
      render: () => (
        <div className="button-row">
          {KINDS.map((kind) => (
            <Tag key={kind} kind={kind} />
          ))}
        </div>
      ),
    },
    {
      name: 'basis',
      render: () => (
        <div className="button-row">
          <BasisTag basis="text" clause="R1-b" />
          <BasisTag basis="wider_rule" clause="R5-h" />
          <BasisTag basis="default" clause="R1-e" />
        </div>
      ),
    },
  ],
};
