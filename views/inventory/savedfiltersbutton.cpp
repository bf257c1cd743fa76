#include "views/inventory/savedfiltersbutton.h"

#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/widgets/dialog.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

SavedFiltersButton::SavedFiltersButton(QWidget* parent)
    : QToolButton(parent)
    , m_forget(new QMenu(tr("Discard"), this))
{
    setIcon(slipway::icon("bookmarks"_L1, IconColor::Muted));
    setToolTip(tr("Saved filters"));
    setAccessibleName(tr("Saved filters"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &SavedFiltersButton::fillMenu);
}

void SavedFiltersButton::setText(const QString& text, bool isValid)
{
    m_text = text.trimmed();
    m_isValid = isValid;
    offerSaving();
}

void SavedFiltersButton::fillMenu()
{
    menu()->clear();
    for (const auto& filter : m_saved.filters()) {
        auto* action = menu()->addAction(filter.name);
        action->setCheckable(true);
        action->setChecked(filter.expression == m_text);
        connect(action, &QAction::triggered, this, [this, text = filter.expression] { Q_EMIT textChosen(text); });
    }
    menu()->addSeparator();
    if (m_save)
        menu()->addAction(m_save);
    if (!m_saved.filters().empty())
        fillForget();
}

void SavedFiltersButton::fillForget()
{
    m_forget->clear();
    menu()->addMenu(m_forget); // one for always: clear() takes a menu's actions only, not the menus below it
    for (const auto& filter : m_saved.filters())
        m_forget->addAction(filter.name, this, [this, filter] { forgetFilter(filter); });
}

/// What was forgotten of another owner's is no part of these.
void SavedFiltersButton::setSaved(const SavedFilters& saved)
{
    if (auto* toast = window()->findChild<Toast*>())
        toast->dismiss();
    m_saved = saved;
    offerActions();
}

void SavedFiltersButton::offerActions()
{
    if (!m_save) {
        m_save = new QAction(tr("Save this filter…"), this);
        m_save->setObjectName(u"inventory.saveFilter"_s);
        connect(m_save, &QAction::triggered, this, &SavedFiltersButton::askName);
        parentWidget()->addAction(m_save);
        offerSaving();
    }
    qDeleteAll(m_apply);
    m_apply.clear();
    for (const auto& filter : m_saved.filters()) {
        auto* action = new QAction(tr("Apply filter %1").arg(filter.name), parentWidget());
        action->setObjectName(u"inventory.savedFilter."_s + filter.name);
        action->setProperty("iconName", u"view-filter"_s);
        action->setProperty("state", filter.expression);
        connect(action, &QAction::triggered, this, [this, text = filter.expression] { Q_EMIT textChosen(text); });
        parentWidget()->addAction(action);
        m_apply.append(action);
    }
    Q_EMIT actionsMade();
}

void SavedFiltersButton::offerSaving()
{
    if (!m_save)
        return;
    m_save->setEnabled(m_isValid && !m_text.isEmpty());
    m_save->setProperty("whyNot", tr("There is no filter that can be saved"));
}

void SavedFiltersButton::forgetFilter(const SavedFilter& filter)
{
    SavedFilters saved = m_saved;
    saved.remove(filter.name);
    change(saved);
    offerUndo(*this, tr("Discarded the filter “%1”").arg(filter.name), [self = QPointer(this), filter] {
        if (!self)
            return;
        SavedFilters again = self->m_saved;
        again.set(filter.name, filter.expression);
        self->change(again);
    });
}

void SavedFiltersButton::askName()
{
    auto* dialog = new Dialog(tr("Save this filter"), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* expression = new QLabel(m_text, dialog);
    expression->setWordWrap(true);
    expression->setTextFormat(Qt::PlainText);
    expression->setForegroundRole(QPalette::PlaceholderText);
    auto* name = new QLineEdit(dialog);
    name->setAccessibleName(tr("Name of the filter"));
    name->setPlaceholderText(tr("Name of the filter"));
    dialog->body().addWidget(expression);
    dialog->body().addWidget(name);
    auto* cancel = new QPushButton(tr("Cancel"), dialog);
    auto* save = new QPushButton(tr("Save filter"), dialog);
    setButtonKind(*save, ButtonKind::Primary);
    save->setDefault(true);
    save->setEnabled(false);
    dialog->foot().addWidget(cancel);
    dialog->foot().addWidget(save);
    connect(name, &QLineEdit::textChanged, save,
            [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(save, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, name, text = m_text] {
        SavedFilters saved = m_saved;
        saved.set(name->text(), text);
        change(saved);
    });
    dialog->open();
    name->setFocus();
}

void SavedFiltersButton::change(const SavedFilters& saved)
{
    m_saved = saved;
    offerActions();
    Q_EMIT savedChanged(m_saved);
}

} // namespace slipway
