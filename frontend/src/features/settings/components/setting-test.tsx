import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type Setting, useTestSetting } from '../api/settings';

type SettingTestProps = {
  setting: Setting;
  /** What is typed and not saved is not what is tested. */
  isChanged: boolean;
};

/** Tries out the stored value, such as a key, where it is used. */
export function SettingTest({ setting, isChanged }: SettingTestProps) {
  const test = useTestSetting(setting.key);
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button isPending={test.isPending} disabled={isChanged} onClick={() => test.run(undefined)}>
          Test
        </Button>
        <p className="text-sm text-muted">
          {isChanged ? 'Save the new value to test it.' : 'Tests the value in effect; takes a few seconds.'}
        </p>
      </div>
      {!test.isPending && test.error && <ProblemNotice error={test.error} />}
      {!test.isPending && test.result && (
        <Notice
          tone={test.result.works ? 'good' : 'bad'}
          title={test.result.works ? 'It works' : 'It does not work'}
        >
          <p>{test.result.detail}.</p>
        </Notice>
      )}
    </div>
  );
}
