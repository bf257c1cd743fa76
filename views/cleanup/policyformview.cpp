#include "views/cleanup/policyformview.h"

#include "models/listtext.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLongest = 10'000'000; // characters: what does not fit would be lost

void showText(QLineEdit& field, const QString& text)
{
    if (field.text() != text)
        field.setText(text);
}

/// A list that is being typed ("latest, ") is left as it is.
void showList(QLineEdit& field, const QStringList& items)
{
    if (listFromText(field.text()) != items)
        field.setText(listText(items));
}

} // namespace

PolicyFormView::PolicyFormView(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 8, 12, 8);
    m_column->setSpacing(6);
    addUntagged();
    addRules();
    addProtections();
    addRest();
    m_column->addStretch(1);
}

void PolicyFormView::addHeading(const QString& text)
{
    auto* label = new QLabel(text, this);
    setTextRole(*label, TextRole::CaptionMedium);
    label->setWordWrap(true);
    m_column->addSpacing(4);
    m_column->addWidget(label);
}

QLineEdit* PolicyFormView::makeField(const QString& name, const QString& usual, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(usual);
    field->setMinimumWidth(withText(48));
    field->setMaxLength(kLongest);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, &PolicyFormView::tell);
    return field;
}

QLineEdit* PolicyFormView::addField(const QString& name, const QString& usual, const QString& tip)
{
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(name, this);
    label->setWordWrap(true);
    auto* field = makeField(name, usual, this);
    field->setToolTip(tip);
    label->setBuddy(field);
    row->addWidget(label, 2);
    row->addWidget(field, 3);
    m_column->addLayout(row);
    return field;
}

QCheckBox* PolicyFormView::addCheck(const QString& text, const QString& tip)
{
    auto* check = new QCheckBox(text, this);
    check->setToolTip(tip);
    check->installEventFilter(this);
    connect(check, &QCheckBox::clicked, this, &PolicyFormView::tell);
    m_column->addWidget(check);
    return check;
}

void PolicyFormView::addUntagged()
{
    addHeading(tr("Remove"));
    m_untagged = addCheck(tr("Untagged versions"), tr("Without this, untagged versions stay"));
    m_untaggedAge = addField(tr("older than"), u"90d"_s, tr("A number with m, h, d or w: 30m, 1h, 90d, 2w"));
    m_kinds = addField(tr("of these kinds"), u"image, index"_s, tr("image, index, cache, artifact; a comma parts two"));
}

void PolicyFormView::addRules()
{
    addHeading(tr("Tagged versions: the first rule that matches decides"));
    auto* rules = new QWidget(this);
    m_ruleColumn = new QVBoxLayout(rules);
    m_ruleColumn->setContentsMargins(0, 0, 0, 0);
    m_ruleColumn->setSpacing(4);
    m_column->addWidget(rules);
    m_addRule = new QPushButton(icon("list-add"_L1), tr("Add a rule"), this);
    m_addRule->setToolTip(tr("It deletes nothing before it says which tags"));
    connect(m_addRule, &QPushButton::clicked, this, [this] {
        setRuleCount(m_rules.size() + 1);
        m_rules.back().olderThan->setText(u"30d"_s);
        tell();
        m_rules.back().tags->setFocus(Qt::OtherFocusReason);
    });
    m_column->addWidget(m_addRule, 0, Qt::AlignLeft);
}

void PolicyFormView::addProtections()
{
    addHeading(tr("Always keep"));
    m_tags = addField(tr("these tags"), tr("none"), tr("Globs; a comma parts two: latest, v*"));
    m_semver = addCheck(tr("Semantic versions"), tr("Every tag such as v1.2.3, 1.2.3-rc1"));
    m_lockFiles = addField(tr("what these lock files name"), tr("none"),
                           tr("Paths relative to the policy; one that cannot be read keeps everything"));
    m_deployed = addCheck(tr("What is deployed"), tr("What any target runs, its canary and what it can go back to"));
    m_rollback = addField(tr("rollback candidates"), u"5"_s, tr("Of each target, the latest first"));
}

void PolicyFormView::addRest()
{
    addHeading(tr("Left over"));
    m_orphans = addCheck(tr("Orphans go too"), tr("Signatures, attestations and SBOMs whose subject is gone"));
    m_ghosts = addCheck(tr("Ghosts go too"), tr("Indexes none of whose children exist"));
    addHeading(tr("Bounds"));
    m_grace = addField(tr("never younger than"), u"1h"_s, tr("10m at least"));
    m_versions = addField(tr("ask above versions"), u"500"_s, tr("A package that loses more is asked about by name"));
    m_percent = addField(tr("ask above percent"), u"30"_s, tr("Of a package's versions, likewise"));
    m_packages = addField(tr("packages"), u"*"_s, tr("Globs; !name leaves one out; nothing here means all"));
}

void PolicyFormView::addRuleRow()
{
    RuleRow rule;
    rule.row = new QWidget(this);
    const auto number = static_cast<int>(m_rules.size()) + 1;
    rule.tags = makeField(tr("Rule %1: tags").arg(number), tr("tags: pr-*"), rule.row);
    rule.olderThan = makeField(tr("Rule %1: older than").arg(number), tr("any age"), rule.row);
    rule.keepLatest = makeField(tr("Rule %1: newest that stay").arg(number), tr("keep 0"), rule.row);
    rule.tags->setToolTip(tr("A glob that all tags of a version match"));
    rule.olderThan->setToolTip(tr("A number with m, h, d or w: 30m, 1h, 90d, 2w"));
    rule.keepLatest->setToolTip(tr("So many of the newest stay, of each package"));
    rule.remove = new QPushButton(icon("trash-empty"_L1), {}, rule.row);
    rule.remove->setAccessibleName(tr("Take out rule %1").arg(number));
    rule.remove->setToolTip(rule.remove->accessibleName());
    setButtonKind(*rule.remove, ButtonKind::Quiet);
    auto* row = new QHBoxLayout(rule.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(rule.tags, 3);
    row->addWidget(rule.olderThan, 2);
    row->addWidget(rule.keepLatest, 2);
    row->addWidget(rule.remove);
    m_ruleColumn->addWidget(rule.row);
    connect(rule.remove, &QPushButton::clicked, this, [this, place = m_rules.size()] {
        PolicyForm form = this->form();
        form.rules.erase(form.rules.begin() + static_cast<std::ptrdiff_t>(place));
        // Whoever sends this must not be destroyed by it.
        QMetaObject::invokeMethod(
            this,
            [this, form] {
                setForm(form);
                m_addRule->setFocus(Qt::OtherFocusReason);
                tell();
            },
            Qt::QueuedConnection);
    });
    m_rules.push_back(rule);
}

void PolicyFormView::setRuleCount(std::size_t count)
{
    while (m_rules.size() > count) {
        // A key in one of its fields may be what takes it away: that is still being told to the field.
        const RuleRow gone = m_rules.back();
        m_rules.pop_back();
        if (const auto* focus = QApplication::focusWidget(); focus && gone.row->isAncestorOf(focus))
            focusBeside(gone, *focus);
        gone.row->hide();
        gone.row->deleteLater();
    }
    while (m_rules.size() < count)
        addRuleRow();
}

/// To the same field of the rule before; where there is none, to where one is added.
void PolicyFormView::focusBeside(const RuleRow& gone, const QWidget& focus)
{
    QWidget* next = m_addRule;
    if (!m_rules.empty()) {
        const RuleRow& before = m_rules.back();
        next = &focus == gone.olderThan    ? before.olderThan
               : &focus == gone.keepLatest ? before.keepLatest
                                           : before.tags;
        if (&focus == gone.remove)
            next = before.remove;
    }
    next->setFocus(Qt::OtherFocusReason);
}

void PolicyFormView::setForm(const PolicyForm& form)
{
    m_isSetting = true;
    showText(*m_grace, form.grace);
    m_untagged->setChecked(form.hasUntagged);
    showText(*m_untaggedAge, form.untaggedOlderThan);
    showList(*m_kinds, form.kinds);
    m_untaggedAge->setEnabled(form.hasUntagged);
    m_kinds->setEnabled(form.hasUntagged);
    setRuleCount(form.rules.size());
    for (std::size_t i = 0; i < form.rules.size(); ++i) {
        showText(*m_rules[i].tags, form.rules[i].tags);
        showText(*m_rules[i].olderThan, form.rules[i].olderThan);
        showText(*m_rules[i].keepLatest, form.rules[i].keepLatest);
    }
    showList(*m_tags, form.protectedTags);
    m_semver->setChecked(form.semver);
    showList(*m_lockFiles, form.lockFiles);
    m_deployed->setChecked(form.deployed);
    showText(*m_rollback, form.rollback);
    m_orphans->setChecked(form.deletesOrphans);
    m_ghosts->setChecked(form.deletesGhosts);
    showText(*m_versions, form.versions);
    showText(*m_percent, form.percent);
    showList(*m_packages, form.packages);
    m_isSetting = false;
}

PolicyForm PolicyFormView::form() const
{
    PolicyForm form;
    form.grace = m_grace->text();
    form.hasUntagged = m_untagged->isChecked();
    if (form.hasUntagged) {
        form.untaggedOlderThan = m_untaggedAge->text();
        form.kinds = listFromText(m_kinds->text());
    }
    for (const auto& rule : m_rules)
        form.rules.push_back({rule.tags->text(), rule.olderThan->text(), rule.keepLatest->text()});
    form.protectedTags = listFromText(m_tags->text());
    form.semver = m_semver->isChecked();
    form.lockFiles = listFromText(m_lockFiles->text());
    form.deployed = m_deployed->isChecked();
    form.rollback = m_rollback->text();
    form.deletesOrphans = m_orphans->isChecked();
    form.deletesGhosts = m_ghosts->isChecked();
    form.versions = m_versions->text();
    form.percent = m_percent->text();
    form.packages = listFromText(m_packages->text());
    return form;
}

std::vector<QLineEdit*> PolicyFormView::ruleFields(std::size_t rule) const
{
    if (rule >= m_rules.size())
        return {};
    return {m_rules[rule].tags, m_rules[rule].olderThan, m_rules[rule].keepLatest};
}

void PolicyFormView::tell()
{
    if (m_isSetting)
        return;
    // What is asked for first has an age; else the rule would be refused before it could be said.
    if (m_untagged->isChecked() && !m_untaggedAge->isEnabled() && m_untaggedAge->text().isEmpty())
        m_untaggedAge->setText(u"90d"_s);
    m_untaggedAge->setEnabled(m_untagged->isChecked());
    m_kinds->setEnabled(m_untagged->isChecked());
    Q_EMIT edited(form());
}

bool PolicyFormView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isUndo = key->matches(QKeySequence::Undo);
        if (isUndo || key->matches(QKeySequence::Redo)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                Q_EMIT isUndo ? undoRequested() : redoRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace slipway
