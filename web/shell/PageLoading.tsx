import { useEffect, useState } from 'react';

/** Shown only when a page takes its time; a page that is quick does not flicker. Both languages, since neither may be known yet. */
export function PageLoading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="page-loading">
      {slow && '正在打开… Opening…'}
    </p>
  );
}
