#pragma once

#include <QSplitter>

namespace slipway
{

class LogPanel;
class LogRing;

/// The log below everything else, as high as a person drew it, open or not; as text needs it until then.
class LogDrawer final : public QSplitter
{
    Q_OBJECT
public:
    /// The ring outlives the drawer.
    LogDrawer(QWidget& above, LogRing& ring, QWidget* parent = nullptr);

    [[nodiscard]] LogPanel& panel() { return *m_panel; }
    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const;
    /// As a person wants it, in pixels: a small window may leave less of it.
    [[nodiscard]] int logHeight() const { return m_height; }
    void setLogHeight(int height);

private:
    void fitUsualHeight();

    LogPanel* m_panel;
    int m_usual; ///< of the text's size, in pixels
    int m_height;
};

} // namespace slipway
