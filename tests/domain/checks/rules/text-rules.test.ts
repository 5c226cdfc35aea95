import type { EntryField } from '../../../../src/domain/diagnostics/problem.ts';
import type { RuleCode } from '../../../../src/domain/checks/rules/registry.ts';
import { findingsIn, fixed } from '../../../support/checked-text.ts';

type Field = Exclude<EntryField, 'status'>;

/** Cases of one rule: in a text that breaks it, what is found stands in ⟦ ⟧. */
interface Cases {
  readonly found: readonly string[];
  readonly right: readonly string[];
  readonly field?: Field;
}

const WHOLE_LETTER = 'หนังสือ ที่ กท ๐๓๐๖/ว ๕๑ ลว. ๑๗ กุมภาพันธ์ ๒๕๖๕';

const CASES: Partial<Record<RuleCode, Cases>> = {
  'letter-incomplete': {
    found: [
      '⟦ที่ กท ๔๐๐๑/๔๕⟧ เรื่อง ก\nลงวันที่ ๓ มีนาคม ๒๕๖๕',
      '⟦ที่ กท ๔๐๐๑/๔๕⟧ แจ้งแล้ว ส่วน ที่ กท ๔๐๐๑/๔๖ ลงวันที่ ๓ มีนาคม ๒๕๖๕',
      'หนังสือ ⟦ที่ กท .../...⟧ ลว. ...',
      'หนังสือ ⟦ที่ กท ๐๓๐๖/⟧ ลว. ๑๗ กุมภาพันธ์ ๒๕๖๕',
      'หนังสือ ⟦ที่ กท ๐๓๐๖/๒๐๒๘⟧ เรื่อง ซ้อมความเข้าใจ',
      'หนังสือ ⟦ที่ กท ๐๓๐๖/๒๐๒๘⟧ ลว. ธันวาคม ๒๕๖๔',
      'หนังสือ ⟦ที่ นร ๐๕๐๕/ว ๒๐๕⟧ ลงวันที่ ........',
      'หนังสือ ⟦ที่ นร ๐๕๐๕/ว ๒๐๕⟧ ลงวันที่ ........ ให้รายงานภายใน ๑ มีนาคม ๒๕๗๐',
    ],
    right: [
      'ที่ กท ๔๐๐๑/ว ๔๕ เรื่อง กำชับการใช้รถราชการ ลงวันที่ ๓ มีนาคม ๒๕๖๕',
      'ที่ กท ๔๐๐๑/๔๕ และที่ กท ๔๐๐๑/๔๖ ลงวันที่ ๓ มีนาคม ๒๕๖๕',
      'ที่ กท ๐๓๐๖/ว ๕๑ (๑๗ กุมภาพันธ์ ๒๕๖๕)',
      'ที่ กท ๐๓๐๖/ว ๕๑ (ลงวันที่ ๑๗ กุมภาพันธ์ ๒๕๖๕)',
      'ที่ กท ๐๓๐๖/ว ๕๑ วันที่ ๑๗ กุมภาพันธ์ ๒๕๖๕',
      WHOLE_LETTER,
      'ด่วนมาก ที่ กท ๐๓๐๖/๕๘๕ ลว.๒๕ มีนาคม ๒๕๖๕ เพื่อให้',
      'ที่ นร 0505/ว 205 ลงวันที่ 5 ม.ค.65',
      'พื้นที่ บน ๕ ชั้น / ๒ อาคาร',
      'ในที่ประชุม',
    ],
  },
  'link-malformed': {
    found: [
      'ดู ⟦https://a.go.th/x/page/su...⟧ ครับ',
      'ดู ⟦https://a.go.th/pa…⟧',
      '⟦www.bangkok.go.t/phranakhon⟧',
      '⟦wwww.bangkok.go.th⟧',
      '⟦https://bangkok.g.th⟧',
      'ดู ⟦ww.bangkok.go.th⟧',
      'ดู ⟦http:/a.go.th/x⟧ ครับ',
      'ดู ⟦https//a.go.th⟧',
      'ดู ⟦htp://a.go.th⟧',
      'ดู ⟦https://a..go.th⟧',
      'ดู ⟦https://a,go.th/x⟧',
      'ดู ⟦https://https://a.go.th⟧',
      'ดู ⟦http://⟧ a.go.th',
      String.raw`ดู ⟦https://a.go.th\x⟧`,
      // A blank slipped in.
      '⟦https://www.bangkok .go.th/ita⟧ แล้ว',
      'ดู ⟦www. bangkok.go.th⟧',
      '⟦https://www.bangkok. go.th⟧',
      '⟦https://a.go.th /ita/news⟧',
      '⟦https://a.go.th/page ?id=3⟧ ครับ',
      '⟦https://a.go.th/files/ report.pdf⟧',
      '⟦https://drive.google.com/open?id= 1AbC⟧ ครับ',
      '⟦https://drive.google.com/file/d/ 1AbC/view⟧',
      '⟦https://a.go.th/files/แผน ปี ๒๕๗๐.pdf⟧',
    ],
    right: [
      'https://a.go.th /Facebook: ก',
      'https://a.go.th / https://b.go.th',
      'https://a.go.th/x report.pdf',
      'https://a.go.th/ita/ และ https://b.go.th',
      'https://a.go.th th',
      'www. คือ',
      'https://a.go.th/files/แผน.pdf ประกาศ.pdf',
      'https://a.go.th/page?id=3 หน้า 4',
      'เช่น https://a.go.th ฯลฯ',
      '(https://official.bangkok.go.th/) เลือกเมนู การบริหาร > แผน',
      'https://shorturl.asia/9nO1T',
      'www.a.go.th และ https://กรุงเทพ.ไทย/ก',
      'https://a.go.th:8443/x?y=http://b.go.th',
      'Line@ และ Facebook , Twitter',
      'https://a.go.th.',
      'file://server-/x',
    ],
  },
  'link-not-https': {
    found: ['⟦http://a.go.th/x⟧)'],
    right: ['https://a.go.th', 'www.a.go.th', 'http:// a'],
  },
  'link-private': {
    found: [
      '⟦http://192.168.1.20/x⟧',
      '⟦http://10.0.0.1⟧',
      '⟦https://localhost:3000/⟧',
      '⟦https://portal.bma.local/x⟧',
      '⟦http://intranet/⟧',
      '(⟦https://cpudgiapp.bangkok.go.th/bma-gi-uat/gis-service⟧)',
      '⟦https://uat.a.go.th⟧',
      '⟦http://127.0.0.1:8080/⟧',
      '⟦http://169.254.1.20/⟧',
      '⟦http://172.16.0.1/⟧ ⟦http://172.20.0.1/⟧ ⟦http://172.31.0.1/⟧',
      '⟦http://๑๐.๐.๐.๑/⟧',
      '⟦https://nas.a.lan/x⟧',
      '⟦https://report.internal/⟧',
      '⟦https://a.intranet/x⟧',
      '⟦https://test.a.go.th/⟧ ⟦https://a-dev.go.th/⟧',
    ],
    right: [
      'https://172.40.1.1/',
      'https://172.15.1.1/ https://172.32.1.1/ https://210.10.1.1/',
      'https://10.7.com/',
      'https://a.go.th/dev/x https://a.go.th/demo/x https://a.go.th/testing/x',
      'https://203.148.250.178/Rongtook/Home.aspx',
      'https://a.go.th/latest/contest?x=test',
      'https://developer.a.go.th/testimonial/',
      'https://a.go.th/doc/test',
      'https://covid19.bangkok.go.th/test/location',
      'https://a.go.th/x/uat',
      'https://a.go.th/x?next=/uat/y',
      'file:///c:/x.pdf',
    ],
  },
  'link-owner-only': {
    found: [
      '⟦https://drive.google.com/drive/u/0/my-drive⟧',
      'ดู ⟦https://drive.google.com/drive/u/1/shared-with-me⟧)',
      '⟦https://drive.google.com/drive/recent⟧',
      '⟦https://drive.google.com⟧',
      '⟦https://mail.google.com/mail/u/0/#inbox/FMfc⟧',
      '⟦https://outlook.office.com/mail/id/AAQk⟧',
      '⟦https://webmail.bangkok.go.th/owa/⟧',
      '⟦https://bma-my.sharepoint.com/personal/somchai_bangkok_go_th/_layouts/15/onedrive.aspx?id=%2Fa⟧',
      '⟦https://docs.google.com/forms/d/1AbC/edit⟧',
      '⟦https://drive.google.com/drive/u/1/folders/1AbC⟧',
      '⟦https://drive.google.com/file/u/2/d/1AbC/view⟧',
      '⟦https://docs.google.com/document/u/1/d/1AbC/view⟧',
      '⟦https://sites.google.com/u/1/d/1AbC/p/1/edit⟧',
      '⟦https://drive.google.com/file/d/1AbC/view?authuser=1⟧',
      '⟦https://drive.google.com/u/12/home⟧ ⟦https://drive.google.com/drive/u/12⟧ ⟦https://drive.google.com/drive/u/0/⟧',
      '⟦https://docs.google.com/forms/u/0/d/1AbC/edit⟧ ⟦https://docs.google.com/forms/u/10/d/1AbC/edit⟧',
      '⟦https://photos.google.com/u/0/x⟧ ⟦https://photos.google.com/album/AF1⟧',
      '⟦https://calendar.google.com/calendar/u/12⟧',
      '⟦https://forms.office.com/Pages/DesignPageV2.aspx?id=1⟧ ⟦https://forms.cloud.microsoft/pages/analysis?id=1⟧',
      '⟦https://onedrive.live.com/⟧ ⟦https://onedrive.live.com/?id=root&cid=1AB⟧',
      '⟦https://www.canva.com/design/DAF12/AbC_d/edit⟧ ⟦https://canva.com/design/DAF12/edit⟧',
      '⟦https://www.facebook.com/messages/t/1⟧ ⟦https://facebook.com/messages⟧',
      '⟦https://inbox.google.com/x⟧ ⟦https://outlook.live.com/mail/0/⟧ ⟦https://outlook.office365.com/x⟧',
      '⟦https://mail.yahoo.com/d⟧ ⟦https://mail.live.com/x⟧ ⟦https://mail.bangkok.go.th/x⟧',
    ],
    right: [
      'https://drive.google.com.a.th/drive/my-drive https://drive.google.com.a.th/ https://my-drive.google.com/drive/recent',
      'https://docs.google.com.a.th/forms/d/1/edit https://photos.google.com.a.th/album/1 https://photos.google.com/share/AF1',
      'https://docs.google.com/document/u/0/d/1AbC/view https://a.google.com.a.th/u/1/x',
      'https://forms.office.com/r/AbC https://forms.office.com.a.th/pages/design https://myforms.office.com/pages/design',
      'https://a-my.sharepoint.com.a.th/personal/x',
      'https://onedrive.live.com/view.aspx?resid=1 https://onedrive.live.com.a.th/ https://myonedrive.live.com/',
      'https://www.canva.com/design/DAF12/view https://canva.com.a.th/design/1/edit https://mycanva.com/design/1/edit',
      'https://www.facebook.com/bma/messages https://facebook.com.a.th/messages https://myfacebook.com/messages',
      'https://hotmail.a.th/x https://myoutlook.live.com/x https://outlook.live.com.a.th/x https://voicemail.google.com/x',
      'https://drive.google.com/file/d/1AbC/view?usp=sharing',
      'https://drive.google.com/drive/folders/1AbC',
      'https://drive.google.com/open?id=1AbC',
      'https://docs.google.com/forms/d/e/1FAIp/viewform',
      'https://bma-my.sharepoint.com/:b:/g/personal/somchai_bangkok_go_th/EaBc?e=4Rt',
      'https://1drv.ms/b/s!AaBc',
      'https://www.facebook.com/bma/posts/12',
      'https://photos.app.goo.gl/aBc',
      'https://www.facebook.com/u/1/x',
      'https://drive.google.com/file/d/u/view?usp=sharing',
    ],
  },
  'link-needs-account': {
    found: [
      '⟦https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0⟧',
      '⟦https://docs.google.com/document/u/0/d/1AbC/edit⟧',
      '⟦https://drive.google.com/drive/u/0/folders/1AbC⟧',
      '⟦https://drive.google.com/file/u/0/d/1AbC/view⟧',
      '⟦https://bma.sharepoint.com/sites/ITA/Shared%20Documents/a.pdf⟧',
    ],
    right: [
      'https://docs.google.com/spreadsheets/d/1AbC/edit?usp=sharing',
      'https://docs.google.com/document/d/1AbC/view',
      'https://docs.google.com/document/d/e/2PACX/pub',
      'https://bma.sharepoint.com/:b:/s/ITA/EaBc?e=1',
      'https://bma.sharepoint.com/:b:/s/teams/EaBc?e=1',
    ],
  },
  'date-impossible': {
    found: [
      'ครั้งที่ ๑/๒๕๗๐ เมื่อวันที่ ⟦๓๑ กุมภาพันธ์ ๒๕๗๐⟧',
      'วันที่ ⟦๒๙ ก.พ. ๒๕๖๙⟧',
      'ลว. ⟦๓๑ เม.ย. ๗๐⟧',
      'วันที่ ⟦๐ มกราคม ๒๕๗๐⟧',
      'ประชุม ⟦๓๑ กุมภาพันธ์⟧ที่ผ่านมา',
      'วันที่ ⟦32 มกราคม⟧',
      'อบรม ⟦๓๒ มกราคม ๒๕๗๐⟧',
      'วันที่ ⟦๔๕ ม.ค.⟧',
      'วันอังคารที่ ⟦๓๑ เดือนเมษายน พ.ศ. ๒๕๗๐⟧',
      'ระหว่างวันที่ ๒๗ - ⟦๒๙ กุมภาพันธ์ ๒๕๗๐⟧',
      'ระหว่าง ⟦๓๑ เมษายน⟧ - ๒ พฤษภาคม ๒๕๗๐',
      'ประชุม ⟦31/2/2570⟧ และ ⟦๑๕/๑๓/๒๕๗๐⟧',
      'เผยแพร่ ⟦2027-02-29⟧',
      'เผยแพร่ ⟦29-02-2027⟧ แล้ว',
      'วันที่ ⟦31/2/70⟧',
      'เมื่อ ⟦31.4.70⟧',
    ],
    right: [
      '๒๙ กุมภาพันธ์ ๒๕๖๗',
      'วันที่ 29/2/2567',
      'วันที่ ๒๙ ก.พ.',
      'วันที่ ๓๑ มกราคม',
      'ครั้งที่ 31/2/2570',
      'คำสั่งที่ ๓๑/๒/๒๕๗๐',
      'มีนาคม ๒๕๗๐',
      '๔๐ มกราคม',
      'ครั้งที่ ๔๕ มกราคม ๒๕๗๐',
      'ข้อ ๓๒ มกราคม ๒๕๗๐',
      'เวลา ๐๙.๔๕ มกราคม ๒๕๗๐',
      'อัตราส่วน 31/2/70',
      'สัดส่วน 40/60/2000',
      'รุ่น 31.2.2570',
      'หนังสือ ว ๓๑ ก.พ.',
      'ภายใน ๓๒ เดือน มกราคม ๒๕๗๐',
    ],
  },
  'event-outside-year': {
    found: [
      'เมื่อวันที่ ⟦๓๐ กันยายน ๒๕๖๘⟧',
      'จัดอบรมเมื่อวันที่ ⟦๑๕ มีนาคม ๒๕๐๗⟧',
      'ประชุมในวันที่ ⟦๑ ตุลาคม ๒๕๗๐⟧',
      'ระหว่างวันที่ ๙ - ⟦๑๐ มีนาคม ๒๕๖๙⟧',
    ],
    right: [
      'เมื่อวันที่ ๑ ตุลาคม ๒๕๖๙',
      'เมื่อวันที่ 30 ก.ย. 70',
      'หนังสือ ลงวันที่ ๓ มีนาคม ๒๕๕๖',
      'ตามประกาศในราชกิจจานุเบกษาเมื่อวันที่ ๕ เมษายน ๒๕๖๐',
      'พระราชบัญญัติ พ.ศ. ๒๕๔๐',
      'เมื่อเดือนมีนาคม ๒๕๖๐',
      'เมื่อวันที่ ๕ เมษายน',
    ],
  },
  'path-private': {
    found: [String.raw`ดู ⟦C:\งาน\ก.docx⟧`, String.raw`ดู (⟦\\server\share\ก⟧)`, '⟦file:///c:/x.pdf⟧', '⟦D:/ข้อมูล⟧'],
    right: [
      'https://a-my.sharepoint.com/:b:/g/personal/ก',
      'https://a.go.th/c:/x',
      'และ/หรือ',
      'ฝ่าย A: งาน',
      String.raw`1\2`,
    ],
  },
  'date-unreadable': {
    field: 'date',
    found: [
      '⟦เร็ว ๆ นี้⟧',
      '⟦๓๑ กุมภาพันธ์ ๒๕๗๐⟧',
      '⟦29 ก.พ. 70⟧',
      '⟦32/1/2570⟧',
      '⟦๓๒ มกราคม ๒๕๗๐⟧',
      'ทุกเดือน ถึง ⟦๓๑ กุมภาพันธ์ ๒๕๗๐⟧',
      '⟦17/13/2570⟧',
      '⟦๑๗ กุมภาพันธ์⟧',
      '⟦2570⟧',
    ],
    right: [
      '๑๗ กุมภาพันธ์ ๒๕๗๐',
      '17 ก.พ. 70',
      '๑๗/๒/๒๕๗๐',
      '2570-02-17',
      'วันที่ ๙ - ๑๐ มีนาคม ๒๕๗๐',
      'มีนาคม ๒๕๗๐',
      '๑ ต.ค. ๖๙ - ๓๐ ก.ย. ๗๐',
      '๒๙ กุมภาพันธ์ ๒๕๖๗',
      'ธันวาคม - มกราคม ๒๕๗๐',
      '-',
      'ทุกเดือน',
      'เดือนละ ๑ ครั้ง',
      'ปีละ ๒ ครั้ง',
      'ปีงบประมาณ ๒๕๗๐',
      'ภายในปี พ.ศ. ๒๕๗๐',
      'ไม่มี',
      'N/A',
      'รายไตรมาส',
      'ไตรมาส ๑',
      'ไตรมาสที่ ๑/๒๕๗๐',
      'ตลอดปีงบประมาณ พ.ศ. ๒๕๗๐',
      'วันอังคารที่ ๑๕ มีนาคม พุทธศักราช ๒๕๗๐',
      'มี.ค. ๑๕, ๒๕๗๐',
    ],
  },
  'date-outside-year': {
    field: 'date',
    found: ['⟦๓๐ กันยายน ๒๕๖๙⟧', '⟦1/10/2570⟧', '⟦๑๗ กุมภาพันธ์ ๒๐๒๒⟧', '๑ มกราคม ๒๕๗๐ และ ⟦๑ มกราคม ๒๕๗๑⟧'],
    right: [
      'มี.ค. ๑๕, ๒๕๗๐',
      '๑ ตุลาคม ๒๕๖๙',
      '30/9/2570',
      '30 ก.ย. 70',
      '17 กุมภาพันธ์ 2027',
      'ทุกเดือน',
      '๕ เมษายน',
      '๓๑ เมษายน ๒๕๖๐',
    ],
  },
  'year-mixed': {
    found: [
      'ประจำปี พ.ศ. ⟦๒๐๒๗⟧',
      'เมื่อ ๕ มกราคม ⟦๒๐๒๗⟧',
      'ค.ศ. ⟦๒๕๗๐⟧',
      'เมื่อ ๑๗/๒/⟦๒๐๒๗⟧',
      'ปี ⟦๒๐๒๖⟧ และปี ๒๕๗๐',
      'ปีงบประมาณ ⟦๒๐๒๗⟧',
    ],
    right: [
      'ได้รับรางวัล Thailand Digital Awards ปี ๒๐๒๖',
      'รางวัล (SDGs) ประจำปี ๒๐๒๗',
      'เชื้อไวรัสโคโรนา ๒๐๑๙ (โควิด - ๑๙)',
      'พ.ศ. ๒๕๖๔ - ๒๕๗๓',
      'ค.ศ. ๒๐๒๒',
      'วาระการพัฒนาปี ๒๐๕๐',
      'จำนวน ๒๐๒๒ คน',
      'ที่ กท ๐๓๐๖/๒๐๒๘',
    ],
  },
  'year-short': {
    field: 'date',
    found: ['⟦๕ ม.ค.๗๐⟧', '⟦17/2/70⟧'],
    right: ['มี.ค. ๑๕, ๒๕๗๐', '๕ ม.ค. ๒๕๗๐', '17/2/2570', 'ทุกเดือน'],
  },
  'sum-differs': {
    found: [
      'สำนักงานเขต จำนวน ⟦๑๕๐ คน วิทยากร ๖ คน และเจ้าหน้าที่ดำเนินการ ๑๔ คน รวมรุ่นละ ๒๐๐ คน⟧ โดย',
      'ค่าอาหาร ⟦๑,๐๐๐.๕๐ บาท ค่าวิทยากร ๖๐๐ บาท รวมทั้งสิ้น ๑,๖๐๐ บาท⟧',
      // The last part alone is no sum.
      'ชาย ⟦๔๐ คน หญิง ๖๐ คน รวม ๖๐ คน⟧',
      // The total stands before its parts.
      'มีผู้เข้าอบรมรวม ⟦๑๓๐ คน แบ่งเป็นชาย ๔๐ คน และหญิง ๘๐ คน⟧',
      'รวม ⟦๓๐ คน แบ่งเป็น ชาย ๑๐ คน หญิง ๒๕ คน⟧ ณ ห้องประชุม',
      'ผู้เข้าอบรม ⟦๓๐ คน (ชาย ๑๐ คน หญิง ๒๕ คน⟧)',
      'รวม ⟦๓๐ คน ชาย ๑๐ คน หญิง ๒๕ คน⟧',
      'ทั้งหมด ⟦๓๐ คน โดยแบ่งออกเป็น ๒ รุ่น รุ่นที่ ๑ จำนวน ๑๔ คน รุ่นที่ ๒ จำนวน ๑๕ คน⟧',
      'งบประมาณ ⟦๑,๖๐๐ บาท ประกอบด้วยค่าอาหาร ๑,๐๐๐.๕๐ บาท ค่าวิทยากร ๖๐๐ บาท⟧',
      'ผู้เข้าอบรม ⟦๑๓๐ คน แบ่งเป็นชาย ๔๐ คน หญิง ๘๐ คน⟧ รวม ๑๒๐ คน',
      'ผู้เข้าอบรม ๑๓๐ คน แบ่งเป็นชาย ⟦๔๐ คน หญิง ๘๐ คน รวม ๑๓๐ คน⟧',
    ],
    right: [
      'เรื่องร้องเรียน ๑๐ เรื่อง แก้ไขแล้ว ๘ เรื่อง อยู่ระหว่างดำเนินการ ๒ เรื่อง รวมแก้ไขแล้วเสร็จ ๘ เรื่อง',
      'อบรม ๕ ครั้ง ประชุม ๓ ครั้ง ภาพรวมครบ ๔ ครั้ง',
      'ชาย ๔๐ คน หญิง ๖๐ คน รวมสะสม ๓๐๐ คน',
      'อบรม ๕ ครั้ง ประชุม ๓ ครั้ง เพื่อส่วนรวม ๑ ครั้ง',
      'อบรม ๕ ครั้ง ประชุม ๓ ครั้ง โดยรวมดีขึ้น ๑ ครั้ง',
      'ชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๐๐ คน',
      'ผู้เข้าอบรม ๑๐๐ คน แบ่งเป็นชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๐๐ คน',
      'จากส่วนกลาง ๑๗ สำนัก และสำนักงานเขต ๕๐ เขต รวมทั้งสิ้น ๑๒๐ คน',
      'ข้าราชการ ๑๐ คน ลูกจ้าง ๒๐ คน รวมถึงผู้บริหาร ๕ คน',
      'รวบรวมจาก ๑๐ คน ๒๐ คน',
      'ประชุม ๒ ครั้ง อบรม ๓ ครั้ง รวม ๕๐ คน',
      'ค่าอาหาร ๑,๐๐๐.๕๐ บาท ค่าวิทยากร ๖๐๐.๕๐ บาท รวม ๑,๖๐๑ บาท',
      'รวม ๓๐ คน แบ่งเป็น ชาย ๑๐ คน หญิง ๒๐ คน',
      'รวม ๓๐ คน แบ่งเป็น ชาย ๑๐ คน หญิง ๒๐ คน โดยมีวิทยากร ๒ คน',
      'ผู้เข้าอบรม ๓๐ คน แบ่งเป็น ๓ รุ่น รุ่นละ ๑๐ คน และวิทยากรรุ่นละ ๒ คน',
      'จำนวน ๓๐ คน แบ่งเป็น ๒ รุ่น รุ่นที่ ๑ จำนวน ๑๔ คน รุ่นที่ ๒ จำนวน ๑๖ คน',
      'รวม ๑๐๐ คน แบ่งเป็น ข้าราชการ ๖๐ คน (ชาย ๒๐ คน หญิง ๔๐ คน) ลูกจ้าง ๔๐ คน',
      'รวม ๑๐๐ คน แบ่งเป็น ข้าราชการ ๖๐ คน เป็นชาย ๒๐ คน หญิง ๔๐ คน และลูกจ้าง ๔๐ คน',
      'ประมาณ ๑๓๐ คน แบ่งเป็นชาย ๔๐ คน หญิง ๘๐ คน',
      'คณะทำงาน ๑๐ คน ประกอบด้วย ประธาน รองประธาน ๒ คน กรรมการ ๖ คน',
      'คณะทำงาน ๑๐ คน ประกอบด้วย รองประธาน ๒ คน กรรมการ ๖ คน และเลขานุการ',
      'รวม ๒ โครงการ ได้แก่ ๑ โครงการอบรม ๒ โครงการประชุม',
      'รวม ๑๗ หน่วยงาน แบ่งเป็น สำนัก ๗ แห่ง และเขต ๕ แห่ง',
      'ร้องเรียน ๓๐ เรื่อง แบ่งเป็น ถนน ๑๐ เรื่อง\nร้องเรียนซ้ำ ๕ เรื่อง',
      'ผู้เข้าร่วม ๑๓๐ คน เช่น ครู ๔๐ คน นักเรียน ๘๐ คน',
    ],
  },
  'agency-misspelt': {
    found: ['- ⟦สำนักงานปลัดเทศบาล⟧จัดอบรม', '⟦สำนักปลัดเทศบล⟧ แจ้งเวียน', '⟦โรงเรียนบ้านกาง⟧จัดอบรม'],
    right: [
      'สำนักปลัดเทศบาลจัดอบรม',
      'สำนัก ปลัดเทศบาล',
      'โรงเรียนวัดเหนือและโรงเรียนวัดใต้',
      'โรงเรียนทั้ง ๓ แห่ง',
      'สำนักงาน ป.ป.ช. และสำนักนายกรัฐมนตรี',
      'กองทุนคลัง',
    ],
  },
  'personal-id': {
    found: [
      'เลขประจำตัว ๑๓ หลัก ⟦๓๘๐๑๓๐๐๑๔๑๐๗๔⟧',
      'เลขประจำตัวผู้เสียภาษี ⟦๓๘๐๑๓๐๐๑๔๑๐๗๔⟧',
      'เลขที่ ⟦1-1017-00230-70-8⟧',
      'เลขประจำตัวประชาชน ⟦๑๑๐๑๗๐๐๒๓๐๗๐๘⟧',
      'ปชช. ⟦1 1017 00230 70 8⟧',
    ],
    right: [
      'เลขประจำตัวผู้เสียภาษี ๐-๑๐๕๕-๕๖๑๘๗-๗๒-๙',
      'เลขประจำตัวผู้เสียภาษี 0-7035-36000-78-2',
      'เลขประจำตัวประชาชน 1-1017-00230-70-5',
      'เลขที่เอกสาร 1101700230708',
      'บัตรประชาชน 11017002307081',
    ],
  },
  'personal-phone': {
    found: [
      'ติดต่อ ⟦(๐๘๑) ๒๓๔-๕๖๗๘⟧',
      'ติดต่อโครงการ ⟦๐๘๑-๒๓๔-๕๖๗๘⟧',
      '⟦+66 (0) 65 108 2308⟧',
      '⟦065/1082308⟧',
      '⟦0-6510-82308⟧',
      '⟦66651082308⟧ต่อ',
      'โทร ⟦๐๘๑-๒๓๔-๕๖๗๘⟧',
      '⟦081 234 5678⟧',
      '⟦+66 81 234 5678⟧',
      '⟦0612345678⟧ต่อ',
    ],
    right: [
      'เมื่อ ๐๙-๐๓-๒๕๖๕ ๑๖.๓๐ น.',
      'เวลา ๐๘.๓๐-๑๖.๓๐ ๒๐ ช่องบริการ',
      'เวลา 08:30 - 16:30 20 ช่อง',
      'วันที่ 08/12/2565 1234',
      '660651082308',
      'สายด่วน ๑๕๕๕.',
      '๐ ๒๒๒๑ ๒๑๔๑',
      '02-221-2141',
      'ที่ กท ๐๓๐๖/0812345678',
      'เลขที่สัญญา ๐๘๑๒๓๔๕๖๗๘',
      'สัญญาเลขที่ ๐๘๑๒๓๔๕๖๗๘',
      'รหัสครุภัณฑ์: 0612345678',
      '๐๘๑-๒๓๔-๕๖๗๘๙',
    ],
  },
  'personal-email': {
    found: [
      '⟦somchai.j@hotmail.co.th⟧',
      '⟦a@live.co.th⟧',
      '⟦a@ymail.com⟧',
      'ส่ง ⟦somchai.j@gmail.com⟧',
      '⟦a_b@Yahoo.co.th⟧',
    ],
    right: ['a@mail.bangkok.go.th', 'ita@bangkok.go.th', 'Line@', '@gmail', 'gmail.com'],
  },
  'am-lost': {
    found: [
      'การ⟦นาเสนอ⟧แผน',
      'จัด⟦ลาดับ⟧ความสำคัญ',
      'ต้อง⟦กากับ⟧ดูแล',
      '⟦สานัก⟧งาน',
      'ได้⟦ดาเนิน⟧การ',
      '⟦จ านวน⟧ ๓ คน',
      '⟦ส ำนัก⟧งาน',
      'มี⟦คาสั่ง⟧ให้',
    ],
    right: [
      'คณะทำงานแผนพัฒนาเสนอผู้บริหาร',
      'การสัมมนาเสนอแนวทาง',
      'การเจรจาเป็นไปด้วยดี',
      'กำหนดเวลาดับเครื่องยนต์',
      'ปากกากับสมุด',
      'นาฬิกากับกระเป๋า',
      'กติกากับข้อบังคับ',
      'จิตอาสานักเรียน',
      'ธรรมดาเนินไป',
      'ได้ดำเนินการ จำนวน ๓ คน',
      'ราคาสั่งซื้อ',
      'วาจาเป็นเอก',
      'ทำงานประจำปี',
      'นาฬิกา',
    ],
  },
  'thai-marks-conflict': {
    found: ['บา⟦ลีำ⟧', 'น⟦ี่้⟧ ครับ', '⟦กิี⟧'],
    right: ['สิทธิ์ พันธุ์ เก็บ น้ำ เปี๊ยก', 'ก็'],
  },
  'thai-vowel-dangling': {
    found: ['ข้อความ⟦ ่⟧อ', '⟦า⟧นวน', 'ท⟦เ ⟧ก'],
    right: ['ไปกลับ เก็บน้ำใจแก่โรงเรียนเปี่ยมสุข ฯลฯ ต่าง ๆ ฤๅษี', 'เพราะเหตุใด', 'ก.ก.'],
  },
  'paragraph-too-tall': { found: [`⟦${'ประชุม '.repeat(400).trim()}⟧`], right: ['ประชุม '.repeat(20)] },
};

const marked = Object.entries(CASES).flatMap(([code, { found, field = 'result' }]) =>
  found.map((text) => [code as RuleCode, text, field] as const),
);
const plain = Object.entries(CASES).flatMap(([code, { right, field = 'result' }]) =>
  right.map((text) => [code as RuleCode, text, field] as const),
);

/** Finds places only: what is fixed would move them. */
const UNFIXED = { 'digits-arabic': false, 'digits-mixed': false, 'digits-in-ascii': false };

describe('a rule about texts', () => {
  it.each(marked)('finds by %s: %s', (code, text, field) => {
    const written = text.replace(/[⟦⟧]/g, '');
    const spans = [...text.matchAll(/⟦([^⟧]*)⟧/g)].map(({ 1: stretch = '', index }, count) => ({
      start: index - count * 2,
      end: index - count * 2 + stretch.length,
    }));
    const locations = findingsIn(written, field, UNFIXED).filter((finding) => finding.code === code);
    expect(locations.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });

  it.each(plain)('finds nothing by %s in: %s', (code, text, field) => {
    expect(findingsIn(text, field, UNFIXED).filter((finding) => finding.code === code)).toEqual([]);
  });
});

const REPAIRS: readonly (readonly [RuleCode, string, string])[] = [
  ['thai-double-e', 'เเผนเเม่บท', 'แผนแม่บท'],
  ['thai-split-am', 'ทํางาน นํ้า', 'ทำงาน น้ำ'],
  ['thai-split-am', 'น้ํา', 'น้ำ'],
  ['thai-marks-swapped', 'ท่ี', 'ที่'],
  ['thai-marks-swapped', 'คา่ ', 'ค่า '],
  ['thai-marks-swapped', 'นำ้', 'น้ำ'],
  ['thai-marks-doubled', 'ที่่ ก้้าว', 'ที่ ก้าว'],
  ['thai-marks-doubled', 'กาารประชุม นานาาา เกาะะ', 'การประชุม นานา เกาะ'],
  ['invisible-characters', 'แผน\u200bงาน\u2060', 'แผนงาน'],
  ['invisible-characters', 'แผน\u200dงาน\u200c', 'แผนงาน'],
  ['no-break-space', '-\u00a0แผน', '- แผน'],
  ['private-glyphs', 'ป\uf70aา ญ\uf718 \uf70f', 'ป่า ญุ ญ'],
  ['digits-in-ascii', 'http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/x', 'http://203.148.250.178/x'],
  ['digits-mixed', 'พ.ศ. 25๖5', 'พ.ศ. ๒๕๖๕'],
  ['digits-arabic', 'โควิด - 19 ปี 2565', 'โควิด - ๑๙ ปี ๒๕๖๕'],
];

describe('a repair', () => {
  it.each(REPAIRS)('fixes by %s: %s', (code, text, after) => {
    const findings = findingsIn(text);
    expect([...new Set(findings.filter(({ fix }) => fix).map((finding) => finding.code))]).toEqual([code]);
    expect(fixed(text, findings)).toBe(after);
  });

  it.each([
    'จัดอบรมแบบไป - กลับ ตามข้อ ๒๐๗ - ๒๑๑',
    'สายด่วน ๑๕๕๕.',
    'https://shorturl.asia/9nO1T ISO 9001:2015 COVID-19 B6',
    'ก๋วยเตี๋ยว ปี๊บ สิทธิ์',
    '- หนึ่ง\n-สอง\n• สาม\n\n  สี่',
    '👨‍👩‍👧\u200d',
    '👨‍👩‍👧 ½ ² ① ﷺ ﬁ',
    WHOLE_LETTER,
  ])('leaves as it is: %s', (text) => {
    expect(findingsIn(text).filter(({ fix }) => fix)).toEqual([]);
  });
});
