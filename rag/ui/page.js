// What Streamlit leaves open on every page: the language, copying, keys, the side on a phone, and its own English words.
// Runs once a page; nothing here reads what users or files say, but for the text that a copy button carries.
if (!window.zwPage) {
  window.zwPage = true;
  document.documentElement.lang = "zh-CN";

  const SAID = new Map([
    ["Skip to main content", "跳到正文"],
    ["Sidebar", "侧栏"],
    ["App pages", "页面"],
    ["Page not found", "没有这个页面"],
    ["Connection error", "连接断开了"],
    ["Connecting", "正在连接"],
    ["CONNECTING", "正在连接"],
    ["Running...", "正在处理……"],
    ["RUNNING...", "正在处理……"],
    ["Stop", "停止"],
    ["Clear value", "清空"],
    ["Clear all", "全部清空"],
    ["Select all", "全选"],
    ["No results", "没有匹配的选项"],
    ["Close", "关闭"],
    ["Close sidebar", "收起侧栏"],
    ["Collapse sidebar", "收起侧栏"],
    ["Expand sidebar", "展开侧栏"],
    ["Open", "展开选项"],
    ["Open sidebar", "展开侧栏"],
    ["Send message", "发送"],
    ["Copy to clipboard", "复制"],
    ["Copied", "已复制"],
    ["Upload", "选择文件"],
    ["file upload", "选择文件"],
    ["Drag and drop files here", "松开就加入这些文件"],
    ["Pagination", "翻页"],
    ["Previous page", "上一页"],
    ["Next page", "下一页"],
  ]);
  const PATTERNS = [
    [/^The page that you have requested does not seem to exist.*$/s, "地址不对，或者页面已经移走。这里是问答页。"],
    [/^You have requested page .*$/s, "地址不对，或者页面已经移走。这里是问答页。"],
    [/^Is Streamlit still running\?.*$/s, "服务已停止或网络不通；恢复后会自动重新连接。"],
    [/^Add: (.*)$/s, "添加：$1"],
    [/^File must be (\S+) or smaller\.?$/, "文件超过 $1，没有加入"],
    [/^Page (\d+)$/, "第 $1 页"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "最多选 $1 项，请先去掉一项。"],
  ];
  const inChinese = (text) => {
    const short = text.trim();
    if (!short || short.length > 300) return null;
    if (SAID.has(short)) return SAID.get(short);
    const found = PATTERNS.find(([pattern]) => pattern.test(short));
    return found ? short.replace(found[0], found[1]) : null;
  };
  // words of users and files stand in these; they are left alone
  const OTHERS = ".stHtml, textarea, input, [data-testid=stDataFrame], [data-testid=stCode]";
  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      const parent = root.parentElement;
      const said = parent && !parent.closest(OTHERS) && parent.closest(FRAMEWORK) ? inChinese(root.nodeValue) : null;
      if (said) root.nodeValue = said;
    } else if (root.nodeType === Node.ELEMENT_NODE && !root.closest(OTHERS)) {
      for (const one of [root, ...root.querySelectorAll("[aria-label], [title]")])
        for (const name of ["aria-label", "title"]) {
          const said = one.hasAttribute(name) ? inChinese(one.getAttribute(name)) : null;
          if (said) one.setAttribute(name, said);
        }
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) translate(text);
    }
  };
  // where Streamlit speaks for itself: dialogs, status, lists of options, tooltips
  const FRAMEWORK =
    "a[href='#stMain'], [role=dialog], [data-testid=stStatusWidget], [role=listbox], [role=tooltip], [data-testid=stHeader], [data-testid=stConnectionStatus], [data-testid=stFileUploader]";
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const node of change.type === "childList" ? change.addedNodes : [change.target]) translate(node);
  }).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ["aria-label", "title"],
  });
  translate(document.body);

  const copied = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-zw-copy]");
    if (button) {
      await copied(button.dataset.zwCopy);
      button.textContent = "已复制";
      setTimeout(() => (button.textContent = "复制"), 2000);
    }
    // on a phone the side covers the page, so it goes when something in it was chosen
    const chosen = event.target.closest?.("[data-testid=stSidebarNavLink], .st-key-new button, [class*=zw-talk] .stButton button");
    if (chosen && window.matchMedia("(max-width: 48rem)").matches)
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable=true], [role=dialog]");
    const box = document.querySelector("[data-testid=stChatInputTextArea]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
      event.preventDefault();
      box.focus();
    }
  });
}
