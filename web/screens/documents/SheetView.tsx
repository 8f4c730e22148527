import type { Block, Sheet } from '../../../core/documents/sheet.ts';

/** What stands on the document's pages, as it reads on screen. Documents are in Chinese, whatever the page is in. */
export function SheetView({ sheet }: { sheet: Pick<Sheet, 'addressee' | 'blocks'> }) {
  return (
    <div className="document-sheet" lang="zh-CN">
      {sheet.addressee !== null && <p>{sheet.addressee}：</p>}
      {sheet.blocks.map((block, at) => <BlockView key={at} block={block} />)}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph': return <p>{block.text}</p>;
    case 'point': return (
      <section>
        <h3>{block.heading} <span className="small">{block.clauses.join('、')}</span></h3>
        <p>{block.text}</p>
      </section>
    );
    case 'facts': return (
      <dl className="document-facts">
        {block.rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
    );
    case 'table': return (
      <div className="wide-table">
        <table className="ledger ledger-cards document-table">
          <caption>{block.caption}</caption>
          <thead>
            <tr>{block.columns.map(({ heading, align }) => <th key={heading} scope="col" data-align={align}>{heading}</th>)}</tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => {
                  const { heading, align } = block.columns[column] ?? {};
                  return column === 0 ? <th key={column} scope="row" data-align={align}>{cell}</th> : <td key={column} data-label={heading} data-align={align}>{cell}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}
