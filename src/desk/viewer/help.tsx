import { useEffect, useRef } from 'preact/hooks';
import { helpIsOpen } from './desk-state.ts';
import { bindings } from './keyboard.ts';

/** Every key of the page in a dialog. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = helpIsOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => (helpIsOpen.value = false)}>
      <div class="help-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" class="primary" onClick={() => (helpIsOpen.value = false)}>
          Close
        </button>
      </div>
      <dl>
        {bindings.map(({ label, does }) => (
          <div key={label}>
            <dt>
              <kbd>{label}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>1</kbd> to <kbd>9</kbd>, <kbd>0</kbd>
          </dt>
          <dd>The views, in the order of their tabs</dd>
        </div>
        <div>
          <dt>
            <kbd>Tab</kbd>, <kbd>Up</kbd>, <kbd>Down</kbd>, <kbd>Enter</kbd>
          </dt>
          <dd>To a list, along it, and to what it names</dd>
        </div>
      </dl>
      <p>An address with #turn=N opens the page at turn N.</p>
    </dialog>
  );
}
