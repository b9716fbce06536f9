import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { Button } from '@/shared/ui/button';
import { Menu, MenuLink } from '@/shared/ui/menu';
import { exportAddress } from '../model';

type AuditActionsProps = {
  filter: { actor?: string; action?: string };
  /** Absent for those who may not. */
  onVerify?: () => void;
  isVerifying: boolean;
};

/** Verify and export, in the head of the page. */
export function AuditActions({ filter, onVerify, isVerifying }: AuditActionsProps) {
  return (
    <>
      {onVerify && (
        <Button isPending={isVerifying} onClick={onVerify}>
          Verify
        </Button>
      )}
      <Menu
        trigger={
          <Button>
            <Download aria-hidden />
            Export
          </Button>
        }
      >
        <MenuLink
          Icon={FileText}
          label="Export as NDJSON"
          link={<a href={exportAddress(filter, 'ndjson')} download />}
        />
        <MenuLink
          Icon={FileSpreadsheet}
          label="Export as CSV"
          link={<a href={exportAddress(filter, 'csv')} download />}
        />
      </Menu>
    </>
  );
}
