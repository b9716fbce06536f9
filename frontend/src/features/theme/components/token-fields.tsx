import { useState } from 'react';
import { Panel } from '@/shared/ui/panel';
import { type Draft, nameOf, type Scheme, type Theme, tokenGroups, withToken } from '../model';
import { ColourField } from './colour-field';
import { Segments } from './segments';

type TokenFieldsProps = {
  draft: Draft;
  theme: Theme | undefined;
  mayChange: boolean;
  onChange(draft: Draft, part: string): void;
};

/** Each use of a colour on its own, for where the derived one is not wanted. */
export function TokenFields({ draft, theme, mayChange, onChange }: TokenFieldsProps) {
  const [scheme, setScheme] = useState<Scheme>('light');
  const [isOpen, setIsOpen] = useState(false);
  const chosen = Object.keys(draft.light).length + Object.keys(draft.dark).length;
  return (
    <Panel title="Single colours">
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="cursor-pointer rounded-sm">
          {chosen === 0
            ? 'All 36 uses follow from the palette'
            : `${chosen} chosen by hand, the others follow`}
        </summary>
        {isOpen && (
          <div className="grid gap-4 pt-3">
            <Segments<Scheme>
              label="Scheme of the single colours"
              options={[
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              value={scheme}
              onChange={setScheme}
            />
            {tokenGroups.map(({ title, tokens }) => (
              <fieldset key={title} disabled={!mayChange} className="grid min-w-0 gap-2">
                <legend className="pb-1 text-sm text-muted">{title}</legend>
                <div className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-3">
                  {tokens.map((token) => (
                    <ColourField
                      key={`${scheme} ${token}`}
                      label={nameOf(token)}
                      value={draft[scheme][token] ?? null}
                      derived={theme?.tokens[scheme][token]}
                      onChange={(colour) =>
                        onChange(withToken(draft, scheme, token, colour), `${scheme} ${token}`)
                      }
                    />
                  ))}
                </div>
              </fieldset>
            ))}
          </div>
        )}
      </details>
    </Panel>
  );
}
