#include "views/files/diffbar.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kCommitLength = 12;
} // namespace

QString commitText(const FileCommit& commit)
{
    return u"%1, %2, %3"_s.arg(commit.id.left(7),
                               QLocale().toString(commit.at.toLocalTime().date(), QLocale::ShortFormat), commit.title);
}

QString againstText(Against against)
{
    switch (against) {
    case Against::Nothing:
        return DiffBar::tr("Source");
    case Against::Registry:
        return DiffBar::tr("Diff with the registry");
    case Against::Checkout:
        return DiffBar::tr("Diff with the folder");
    case Against::Repository:
        return DiffBar::tr("Diff with the repository");
    case Against::Template:
        return DiffBar::tr("Diff with the template");
    case Against::Earlier:
        return DiffBar::tr("Diff with an earlier commit");
    }
    return {};
}

DiffBar::DiffBar(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_commits(new QComboBox(this))
    , m_sideBySide(new QPushButton(tr("Side by side"), this))
    , m_inline(new QPushButton(tr("Inline"), this))
    , m_fold(new QCheckBox(tr("Fold unchanged"), this))
    , m_changes(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_copy(new QToolButton(this))
{
    m_choice->setAccessibleName(tr("What the file is compared with"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_commits->setAccessibleName(tr("The commit the file is compared with"));
    m_commits->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_commits->setMinimumContentsLength(kCommitLength);
    m_commits->hide();
    m_sideBySide->setToolTip(tr("Both texts beside one another"));
    m_inline->setToolTip(tr("What goes above what comes"));
    setTextRole(*m_changes, TextRole::Caption);
    m_changes->setForegroundRole(QPalette::PlaceholderText);
    const auto prepare = [](QToolButton& button, QLatin1StringView name, const QString& what, const QString& id) {
        button.setIcon(icon(name));
        button.setAccessibleName(what);
        setKeyHint(button, id, what);
    };
    prepare(*m_previous, "go-up"_L1, tr("Previous difference"), u"files.previousChange"_s);
    prepare(*m_next, "go-down"_L1, tr("Next difference"), u"files.nextChange"_s);
    prepare(*m_copy, "edit-copy"_L1, tr("Copy the diff"), u"files.copyDiff"_s);
    layOut();
    connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT againstChosen(against()); });
    connect(m_commits, &QComboBox::activated, this,
            [this] { Q_EMIT commitChosen(m_commits->currentData().toString()); });
    for (auto* button : {m_sideBySide, m_inline}) {
        button->setCheckable(true);
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            setLayoutShown(button == m_inline ? DiffLayout::Inline : DiffLayout::SideBySide);
            Q_EMIT layoutChosen(m_layout);
        });
    }
    connect(m_fold, &QAbstractButton::clicked, this, &DiffBar::foldingChosen);
    connect(m_previous, &QAbstractButton::clicked, this, &DiffBar::previousWanted);
    connect(m_next, &QAbstractButton::clicked, this, &DiffBar::nextWanted);
    connect(m_copy, &QAbstractButton::clicked, this, &DiffBar::copyWanted);
    setLayoutShown(DiffLayout::SideBySide);
    setFolded(true);
    showChanges(false, -1, 0);
}

/// What is compared and how it is shown; then what there is to go through. Below one another where there is no room.
void DiffBar::layOut()
{
    auto* what = new QHBoxLayout;
    what->setSpacing(8);
    what->addWidget(m_choice);
    what->addWidget(m_sideBySide);
    what->addWidget(m_inline);
    what->addStretch(1);
    auto* through = new QHBoxLayout;
    through->setSpacing(8);
    through->addWidget(m_commits);
    through->addWidget(m_fold);
    through->addStretch(1);
    through->addWidget(m_changes);
    through->addWidget(m_previous);
    through->addWidget(m_next);
    through->addWidget(m_copy);
    m_rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_rows->setContentsMargins(12, 6, 12, 6);
    m_rows->setSpacing(8);
    m_rows->setSizeConstraint(QLayout::SetNoConstraint);
    m_rows->addLayout(what);
    m_rows->addLayout(through);
    m_what = what;
    m_through = through;
}

void DiffBar::fitRows()
{
    const int needed = m_what->sizeHint().width() + m_through->sizeHint().width() + 3 * 12;
    m_rows->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    setMinimumHeight(m_rows->minimumSize().height());
}

QSize DiffBar::minimumSizeHint() const
{
    const int width = std::max(m_what->minimumSize().width(), m_through->minimumSize().width());
    return {width + 2 * 12, m_rows->minimumSize().height()};
}

bool DiffBar::event(QEvent* event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitRows();
    return isHandled;
}

void DiffBar::setChoices(const std::vector<Against>& choices, Against current)
{
    const QSignalBlocker silent(m_choice);
    m_choice->clear();
    for (const Against against : choices) {
        m_choice->addItem(againstText(against), static_cast<int>(against));
        if (against == current)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    m_choice->setEnabled(choices.size() > 1);
    m_choice->setToolTip(choices.size() > 1 ? QString() : tr("There is nothing to compare this file with"));
}

void DiffBar::setCommits(const std::vector<FileCommit>& commits, const QString& current)
{
    const QSignalBlocker silent(m_commits);
    m_commits->clear();
    for (const auto& commit : commits) {
        m_commits->addItem(commitText(commit), commit.id);
        m_commits->setItemData(m_commits->count() - 1, commit.title, Qt::ToolTipRole);
        if (commit.id == current)
            m_commits->setCurrentIndex(m_commits->count() - 1);
    }
    m_commits->setToolTip(m_commits->currentText());
    m_commits->setVisible(!commits.empty());
}

Against DiffBar::against() const
{
    return m_choice->count() == 0 ? Against::Nothing : static_cast<Against>(m_choice->currentData().toInt());
}

void DiffBar::setLayoutShown(DiffLayout layout)
{
    m_layout = layout;
    m_sideBySide->setChecked(layout == DiffLayout::SideBySide);
    m_inline->setChecked(layout == DiffLayout::Inline);
}

void DiffBar::setFolded(bool isFolded)
{
    m_fold->setChecked(isFolded);
}

bool DiffBar::isFolded() const
{
    return m_fold->isChecked();
}

void DiffBar::showChanges(bool hasDiff, qsizetype current, qsizetype total)
{
    const std::array<QWidget*, 7> parts{m_sideBySide, m_inline, m_fold, m_changes, m_previous, m_next, m_copy};
    for (auto* part : parts)
        part->setVisible(hasDiff);
    const QLocale locale;
    const QString all = locale.toString(static_cast<qlonglong>(total));
    if (total == 0)
        m_changes->setText(m_form.isEmpty() ? tr("No difference") : tr("No line differs"));
    else if (current < 0)
        m_changes->setText(tr("%n changes", nullptr, static_cast<int>(total)));
    else
        m_changes->setText(tr("Change %1 of %2").arg(locale.toString(static_cast<qlonglong>(current) + 1), all));
    m_changes->setToolTip(m_form.join(u'\n'));
    for (auto* step : {m_previous, m_next})
        step->setEnabled(total > 0);
    m_copy->setEnabled(total > 0 || !m_form.isEmpty());
}

void DiffBar::setForm(const QStringList& sentences)
{
    m_form = sentences;
}

QString DiffBar::changeText() const
{
    return m_changes->text();
}

} // namespace slipway
