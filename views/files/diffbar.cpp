#include "views/files/diffbar.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

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
    }
    return {};
}

DiffBar::DiffBar(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_sideBySide);
    row->addWidget(m_inline);
    row->addStretch(1);
    row->addWidget(m_fold);
    row->addWidget(m_changes);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_copy);
    connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT againstChosen(against()); });
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
        m_changes->setText(tr("No difference"));
    else if (current < 0)
        m_changes->setText(tr("%n changes", nullptr, static_cast<int>(total)));
    else
        m_changes->setText(tr("Change %1 of %2").arg(locale.toString(static_cast<qlonglong>(current) + 1), all));
    const std::array<QWidget*, 3> steps{m_previous, m_next, m_copy};
    for (auto* step : steps)
        step->setEnabled(total > 0);
}

QString DiffBar::changeText() const
{
    return m_changes->text();
}

} // namespace slipway
