import type { Examples } from '../components/example.ts';
import { useWords } from '../settings/SettingsProvider.tsx';
import { Page } from '../shell/PageHead.tsx';
import { shellWords } from '../words/shell.ts';
import './GalleryScreen.css';

const MODULES = import.meta.glob<{ examples: Examples }>('../components/*/examples.tsx', { eager: true });

/** Every component in every state: what people look at while building, and what the accessibility check reads. `?only=Matrix` shows one. */
export function GalleryScreen() {
  const say = useWords(shellWords);
  const only = new URLSearchParams(location.search).get('only');
  const all = Object.values(MODULES).map((module) => module.examples);
  return (
    <Page title={say.gallery}>
      {all
        .filter((examples) => only === null || examples.component === only)
        .map((examples) => (
          <section key={examples.component} className="gallery-component" aria-label={examples.component}>
            <h2>{examples.component}</h2>
            {examples.items.map((item) => (
              <div key={item.name} className="gallery-item">
                <p className="small">{item.name}</p>
                {item.render()}
              </div>
            ))}
          </section>
        ))}
    </Page>
  );
}
