import { useState } from 'react';

/** A file on its way in: chosen, read and shown, and only then taken in; one act at a time, and the fault where one was refused. */
export function useUploadSteps<Step extends { readonly at: string }>() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [step, setStep] = useState<Step | { readonly at: 'file' }>({ at: 'file' });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const work = async (act: () => Promise<Step>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      setStep(await act());
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const restart = (): void => {
    setFiles([]);
    setFault(null);
    setStep({ at: 'file' });
  };
  return { files, setFiles, step, busy, fault, work, restart };
}
