import type { ComponentChildren } from 'preact';
import './guide.css';
import conflictPicture from '../pictures/help-conflict.png';
import connectPicture from '../pictures/help-connect.png';
import explainPicture from '../pictures/help-explain.png';
import sheetPicture from '../pictures/help-sheet.png';
import statsPicture from '../pictures/help-stats.png';

/**
 * What a clerk has to know, in five minutes and in Chinese; shown in the pane and as the page /help. It speaks of the
 * program that she works in.
 */
export function Guide({ host }: { host: 'browser' | 'excel' }) {
  const inBrowser = host === 'browser';
  return (
    <article class="guide" lang="zh-CN">
      <p class="guide-lead">
        每次只做三步：<b>拉取 → 填写 → 同步</b>。其余的按侧栏的提示做就行。
      </p>

      <Part title="1. 连接（只需一次）">
        <ol>
          <li>
            {inBrowser ? (
              <>
                打开管理员发来的链接，左边是台账，右边是侧栏。侧栏可以用右上角的“<b>收起侧栏</b>”收起。
              </>
            ) : (
              <>
                在 Excel 上方点“<b>台账</b>”选项卡，再点“<b>连接</b>”，右侧出现侧栏。
              </>
            )}
          </li>
          <li>粘贴区应急管理局发给本单位的访问密钥（以 tz_ 开头的一长串），点“连接”。</li>
        </ol>
        <Picture src={connectPicture} alt="侧栏里填入访问密钥的地方" width={307} />
        <p class="guide-note">密钥如同印章：不要发到群里，不要写进表格。换人或怀疑外泄，请区局作废重发。</p>
      </Part>

      <Part title="2. 拉取">
        <p>
          点“<b>拉取</b>”，表格里出现本单位现在要报的行。<b>一行就是一件事在一个报告期里的一次填报</b>
          ，例如“每周调度”的第 15 周。
        </p>
        <p>
          灰色各列由任务清单决定，不用改；改了会自动恢复。“全区目标”是清单印的全区总数，“本单位分解”是分给本单位的数。把别的行贴到这一行上，侧栏会列为“待确认”：点“放回原处”或“确认填在本行”之前，这一行不上报。
        </p>
      </Part>

      <Part title="3. 填写">
        <ul>
          <li>
            <b>状态</b>
            ：点格子右边的小箭头选。有截止日期的填“未开始、进行中、已完成、本地无此类”，每周、每月等定期工作填“已开展、未开展、本地无此类”。
          </li>
          <li>
            <b>数量</b>：填整数，是到现在为止的累计数的，填累计数。
          </li>
          <li>
            <b>完成日期</b>：3月15日、2024.3.15 都认得。
          </li>
          <li>
            <b>工作情况</b>：写明做了哪些工作、取得何种成效。只写“正常”“同上”不算。
          </li>
        </ul>
        <p class="guide-note">
          <b>空着、0、本地无此类是三回事</b>：空着是还没报，0
          是查过、数量为零，“本地无此类”是本地没有这类企业或设施。
        </p>
      </Part>

      <Part title="4. 颜色说明">
        <Picture src={sheetPicture} alt="表格里有红色、黄色和蓝色的格子" width={1200} wide />
        <table class="guide-colours">
          <tbody>
            <Colour name="红色" tone="error">
              有错误，改好才会计入。点侧栏里的那一条，跳到那一格，写明怎样改。
            </Colour>
            <Colour name="黄色" tone="warning">
              要核实。确实如此，就写核实说明（第 5 步）。
            </Colour>
            <Colour name="蓝色" tone="changed">
              已修改，还没有同步。
            </Colour>
            <Colour name="紫色" tone="conflict">
              和别人的修改冲突，要选一个（第 7 步）。
            </Colour>
          </tbody>
        </table>
        <p>每行最左边的“校验结果”列写着同样的意思。截止日期的红、黄、蓝是：逾期，滞后或被退回，快到期。</p>
      </Part>

      <Part title="5. 核实说明">
        <p>
          黄色的行，在侧栏里点“<b>填写核实说明</b>”，写明原因，例如“因 2 家企业停产，数量减少 2 家”。
          只写“核实无误”不算。写好就能上报。
        </p>
        <Picture src={explainPicture} alt="在侧栏里填写核实说明" width={307} />
      </Part>

      <Part title="6. 同步">
        <p>
          点“<b>同步</b>”。每一行单独答复：<b>有问题的行不影响其他行</b>
          。有错误的行先存成草稿，不会丢，也不计入。
        </p>
        <p>
          显示“全部已同步”，没有“未报”“逾期”，即完成。
          {inBrowser ? '内容自动保存在本机浏览器里；需要文件的，点“导出”。' : 'Excel 文件照常保存。'}
        </p>
      </Part>

      <Part title="7. 冲突">
        <p>
          两个人把同一格改成了不同的内容，就是冲突。侧栏并排列出“原来、我的、对方的”，逐项选一个，或者另填，再点“同步”。不选之前谁的都不会丢。
        </p>
        <Picture src={conflictPicture} alt="侧栏里并排列出原来、我的和对方的内容" width={307} />
      </Part>

      <Part title="8. 看进度">
        <p>
          点“<b>统计</b>”，看本单位已收、已完成、按时、逾期各多少，本周还要报哪些。
        </p>
        <Picture src={statsPicture} alt="本单位的进度页" width={1100} wide />
      </Part>

      <Part title="9. 遇到这些情况">
        <dl>
          <dt>没有网络</dt>
          <dd>
            照常填写和校验{inBrowser ? '，内容保存在本机' : '，保存文件'}
            。侧栏开着，网络恢复后会自动同步，不会重复上报。
          </dd>
          {inBrowser ? (
            <>
              <dt>想用 Excel 或 WPS 填</dt>
              <dd>
                Excel 2021 及以上版本，可请管理员装上“台账”插件；WPS 请用本页。别处的内容可以直接粘贴过来。
              </dd>
              <dt>几期没有报</dt>
              <dd>
                点上方的“<b>逾期未报</b>”只看这些行；同一项工作有多期未报的，用侧栏下方的“<b>补报</b>
                ”：勾选各期，填一次，写入各行，再同步。
              </dd>
              <dt>下拉填充</dt>
              <dd>拖格子右下角的小方块，向下复制同样的内容。要递增的，在旁边的菜单里选“填充序列”。</dd>
              <dt>换人填、换电脑填</dt>
              <dd>
                先同步，再在另一台电脑上打开同一链接，用本单位的密钥连接，接着填。未同步的内容只在原来的电脑上。
              </dd>
            </>
          ) : (
            <>
              <dt>用 WPS，或 Excel 里没有“台账”选项卡</dt>
              <dd>
                用浏览器打开<a href="/workbook">浏览器工作簿</a>，填法完全一样，不用装任何东西。
              </dd>
              <dt>换人填、换电脑填</dt>
              <dd>
                把保存好的 Excel
                文件发给同事，由他打开后用本单位的密钥连接，接着填。填过的内容和没同步的修改都在文件里，密钥不在。
              </dd>
            </>
          )}{' '}
          <dt>想用自己的表</dt>
          <dd>
            打开<a href="/upload">上传台账</a>，拖入文件，确认后上报，再取回原表。
          </dd>
          <dt>被退回了怎么办</dt>
          <dd>侧栏“已退回”里写着原因、期限和问谁。点它跳到那一行，改好再“同步”，就是重新提交。</dd>
          <dt>表格里少了行</dt>
          <dd>
            删掉行不等于撤回，报过的仍然有效。侧栏会提示少了几行，点“<b>找回</b>
            ”就回来。不再要求填的行移到“存档”表。
          </dd>
          <dt>多复制了一行</dt>
          <dd>侧栏会问以哪一行为准，选定前都不上报。</dd>
          <dt>排序、筛选、插入空行</dt>
          <dd>随便用，不影响上报。</dd>
          <dt>提示“已锁定”</dt>
          <dd>过了锁定日期，不能再改。提示里写着联系谁。</dd>
        </dl>
      </Part>

      <Part title="10. 找谁帮忙">
        <p>
          密钥、锁定、任务内容有疑问：找<b>区应急管理局</b>
          （发密钥给你的人）。打电话时，把侧栏里的提示念给他听。
        </p>
        <p class="guide-blank">
          联系人：
          <span /> 电话：
          <span />
        </p>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface PictureProps {
  src: string;
  alt: string;
  /** Of the picture in pixels; it shrinks where there is less room. */
  width: number;
  /** Over the whole width: a part of the sheet or a page, not of the pane. */
  wide?: boolean;
}

function Picture({ src, alt, width, wide }: PictureProps) {
  return (
    <img class={wide ? 'guide-picture guide-wide' : 'guide-picture'} src={src} alt={alt} width={width} />
  );
}

function Colour(props: { name: string; tone: string; children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">
        <i class={`guide-swatch guide-${props.tone}`} aria-hidden="true" />
        {props.name}
      </th>
      <td>{props.children}</td>
    </tr>
  );
}
