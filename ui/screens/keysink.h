// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace tp::ui {

/// Something that keys change, and that can be put back to what it was before some of them: those
/// which turn out to be a scan. ScanWatch asks the nearest one around the focus.
class KeySink
{
public:
    using Restore = std::function<void()>;

    virtual ~KeySink() = default;

    /// Puts back what is now. May be called after the sink has died.
    virtual Restore snapshot() = 0;
};

} // namespace tp::ui
