import { officeReady } from '../workbook/excel/ready.ts';

/** The task pane in Excel. */
void officeReady();
